public import DjetModel
import HTTPTypes

/// Serves invoices and credit notes: the list, and each one.
public struct InvoicesEngine: Engine {
    /// The basetype `invoices`.
    public static let basetype = Basetype("invoices", title: "Invoices")

    /// Creates the engine.
    public init() {}

    /// The routes of the list and of one invoice.
    public var routes: [Route] {
        [
            Route(
                .get, "", "Invoices and credit notes, latest first",
                query: ListFilter.fields + [
                    QueryField("number", .integer(1...Int64.max), "The exact number"),
                    QueryField(
                        "kind", .choice(Invoice.Kind.allCases.map(\.rawValue)),
                        "Only invoices, or only credit notes"),
                    QueryField("order", .text, "The beginning of the order's number"),
                ], answer: .page(InvoicesPage.self), action: list),
            Route(.get, "{id:int}", "One invoice with its lines", answer: .page(InvoicePage.self)) { visit in
                let invoice = try await visit.model.call(FindInvoice(invoice: try visit.id))
                return .page("invoices/invoice", title: invoice.title, InvoicePage(visit, invoice))
            },
            Route(.get, "{id:int}/print", "One invoice as it is printed", answer: .page(LetterPage.self)) {
                visit in
                let document = try await visit.model.call(FindDocument(invoice: try visit.id))
                let letter = Letter(document)
                return .page(
                    "documents/document", title: letter.heading,
                    LetterPage(
                        letter, backPath: visit.path("\(document.id)"),
                        filePath: visit.path("\(document.id)", "ubl"), missing: document.missing))
            },
            Route(
                .get, "{id:int}/ubl", "The UBL file of one invoice, by EN 16931",
                answer: .bytes("application/xml")
            ) { visit in
                let file = try await visit.model.call(WriteUBL(invoice: try visit.id))
                return Reply.text(file.xml, mediaType: "application/xml; charset=utf-8")
                    .with(.contentDisposition, ContentDisposition.attachment(file.name))
            },
        ]
    }

    private func list(_ visit: Visit) async throws -> Reply {
        let filter = ListFilter(visit: visit)
        var list = ListInvoices()
        list.kind = visit.query["kind"].flatMap(Invoice.Kind.init)
        list.number = visit.query.integer("number").map { Int($0) }
        list.customer = filter.customer
        list.order = visit.query["order"]
        list.from = filter.from
        list.to = filter.to
        list.after = try filter.after
        list.limit = filter.limit
        let output = try await visit.model.call(list)
        return .page("invoices/list", title: visit.node.title, InvoicesPage(visit, output))
    }
}

extension Invoice {
    /// The title of the invoice's page.
    fileprivate var title: String {
        switch kind {
        case .invoice: "Invoice \(number)"
        case .creditNote: "Credit note \(number)"
        }
    }
}
