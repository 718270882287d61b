import DjetModel

/// The addresses of the business's nodes that the visitor may see; empty for those that they may not, or that
/// do not exist. By them, pages lead to whatever they name.
struct BusinessPaths: Codable, Sendable {
    let customers: String
    let suppliers: String
    let products: String
    let prices: String
    let orders: String
    let invoices: String
    let shipping: String
    let stock: String
    let payments: String
    let ledger: String
    let reminders: String
    /// The address of the form for a payment; empty if the visitor may not record one.
    let newPayment: String

    init(_ visit: Visit) {
        customers = visit.path(toBasetype: "customers")
        suppliers = visit.path(toBasetype: "suppliers")
        products = visit.path(toBasetype: "products")
        prices = visit.path(toBasetype: "price-lists")
        orders = visit.path(toBasetype: "orders")
        invoices = visit.path(toBasetype: "invoices")
        shipping = visit.path(toBasetype: "shipping")
        stock = visit.path(toBasetype: "stock")
        payments = visit.path(toBasetype: "payments")
        ledger = visit.path(toBasetype: "ledger")
        reminders = visit.path(toBasetype: "reminders")
        let mayPay = visit.tree.node(ofBasetype: "payments").map { visit.rights(at: $0).contains(.use) }
        newPayment = mayPay == true ? visit.path(toBasetype: "payments", "new") : ""
    }
}
