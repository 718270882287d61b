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
            Self.list.route,
            Route(
                .get, "{id:int}", "One invoice with its lines, and with what settles it",
                answer: .page(InvoicePage.self)
            ) { visit in
                let invoice = try await visit.model.call(FindInvoice(invoice: try visit.id))
                let seesLedger = !visit.path(toBasetype: "ledger").isEmpty
                let item =
                    seesLedger ? try await visit.model.call(FindInvoiceItem(invoice: invoice.id)) : nil
                return .page("invoices/invoice", title: invoice.title, InvoicePage(visit, invoice, item))
            },
            Route(.get, "{id:int}/print", "One invoice as it is printed", answer: .page(LetterPage.self)) {
                visit in
                let document = try await visit.model.call(FindDocument(invoice: try visit.id))
                let letter = Letter(document, in: visit.letterWords(document.buyer.language))
                return .page(
                    "documents/document", title: letter.heading,
                    LetterPage(
                        letter, backPath: visit.path("\(document.id)"),
                        filePath: visit.path("\(document.id)", "ubl"), missing: document.missing))
            },
            Route(
                .get, "{id:int}/ubl", "The UBL file of one invoice, by EN 16931",
                answer: .bytes("application/xml"), problems: [409]
            ) { visit in
                let file = try await visit.model.ublFile(ofInvoice: try visit.id)
                return Reply.text(file.xml, mediaType: "application/xml; charset=utf-8")
                    .with(.contentDisposition, ContentDisposition.attachment(file.name))
            },
        ]
    }

    private static let list = FilteredList<ListInvoices.Output>(
        template: "invoices/list", summary: "Invoices and credit notes, latest first", things: "invoices",
        filter: [
            FilterField(
                QueryField(
                    "kind", .choice(Invoice.Kind.allCases.map(\.rawValue)),
                    "Only invoices, or only credit notes"), "Kind"),
            FilterField(QueryField("number", .integer(1...Int64.max), "The exact number"), "Number"),
            .customer,
            FilterField(
                QueryField("order", .text, "The beginning of the order's number"), "Order number begins with"),
            .from, .to,
        ]
    ) { visit in
        var list = ListInvoices()
        list.kind = visit.query["kind"].flatMap(Invoice.Kind.init)
        list.number = visit.query.integer("number").map { Int($0) }
        (list.customer, list.order) = (visit.query["customer"], visit.query["order"])
        (list.from, list.to) = (visit.day("from"), visit.day("to"))
        (list.after, list.limit) = (try visit.pageMark, visit.limit)
        return try await visit.model.call(list)
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
