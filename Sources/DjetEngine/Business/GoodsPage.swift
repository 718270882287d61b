import DjetJSON
import DjetModel

/// A page of customers or of products.
struct GoodsPage<Entry: Codable & Sendable>: Codable, Sendable {
    let entries: [Entry]
    /// The `after` of the next page; nil if this is the last.
    let next: SearchMark?
    /// The address of the next page; empty if this is the last.
    let nextPath: String
    /// True if a page came before this one.
    let isLater: Bool
    /// The search, as the form shows it.
    let search: String
    let mayUse: Bool
    /// The address of the list.
    let listPath: String
    /// The address of the orders; empty if there is none that the visitor may see.
    let ordersPath: String

    init(_ visit: Visit, _ entries: [Entry], _ next: SearchMark?) {
        (self.entries, self.next) = (entries, next)
        search = visit.query["search"] ?? ""
        let kept = ["search", "limit"].compactMap { name in
            visit.query[name].map { "\(name)=\(Percent.encoded($0))" }
        }
        nextPath =
            next.map { mark in
                visit.path() + "?"
                    + (kept + ["after=\(Percent.encoded(mark.description))"]).joined(separator: "&")
            } ?? ""
        isLater = visit.query["after"] != nil
        mayUse = visit.may(.use)
        listPath = visit.path()
        ordersPath = visit.path(toBasetype: "orders")
    }
}

/// The form of a customer or a product.
struct GoodsFormPage: Encodable, Sendable {
    /// The address that the form is sent to.
    let action: String
    let fields: [FormField]
    let fault: String
    let hasFaults: Bool
    let lostFiles = false
    let mayUse: Bool

    init(
        _ visit: Visit, _ schema: Schema, hints: [String: String], _ form: [(name: String, value: String)]?,
        error: (any Error)? = nil
    ) {
        let errors = error as? FieldErrors
        action = visit.path()
        fields = FormView(form, errors: errors, rows: 3, hints: hints).fields(
            of: .object(schema.fields.filter { $0.name != "clear" }))
        fault = error.map { errors == nil ? "\($0)" : "" } ?? ""
        hasFaults = errors != nil
        mayUse = visit.may(.use)
    }
}
