import DjetModel
import Foundation

extension Letter {
    /// Creates the letter of an invoice or a credit note. The amounts of a credit note have the other sign:
    /// it says what is credited.
    init(_ document: InvoiceDocument) {
        let isCreditNote = document.kind == .creditNote
        let sign: Decimal = isCreditNote ? -1 : 1
        func money(_ amount: Decimal) -> String { Written.money("\(sign * amount)") }
        var sums = document.taxes.filter { $0.tax != 0 }.map { tax in
            ("Tax \(Written.percent("\(tax.rate ?? 0)")) of \(money(tax.net))", money(tax.tax))
        }
        if !sums.isEmpty { sums.insert(("Net", money(document.total)), at: 0) }
        sums.append(("Total \(document.currency ?? "")", money(document.gross)))
        var notes = document.taxes.compactMap(\.reason)
        if let iban = document.seller?.iban, !isCreditNote { notes.append("Please pay to \(iban)") }
        self.init(
            heading: "\(isCreditNote ? "Credit note" : "Invoice") \(document.number)",
            day: document.issuedOn, from: document.seller, to: document.buyer.name ?? document.buyer.code,
            at: document.buyer.address,
            facts: [
                ("Date", document.issuedOn.description), ("Due", document.dueOn?.description),
                ("Order", document.orderNumber), ("Delivered", document.deliveredOn?.description),
                ("Corrects invoice", document.correctsNumber.map { "\($0)" }),
                ("Customer", document.buyer.code),
                ("Customer's VAT id", document.buyer.vatId),
            ],
            columns: ["Line", "Product", "Description", "Quantity", "Price", "Discount", "Tax", "Amount"],
            figures: [0, 3, 4, 5, 6, 7],
            rows: document.lines.map { Self.row(of: $0, sign: sign) }, sums: sums, notes: notes)
    }

    /// Returns the cells of a line.
    private static func row(of line: InvoiceDocument.Line, sign: Decimal) -> [String] {
        [
            "\(line.number)", line.product, line.description, Written.number("\(sign * line.quantity)"),
            Written.money("\(line.unitPrice)"), line.discount.map { Written.percent("\($0)") } ?? "",
            line.rate.map { Written.percent("\($0)") } ?? "", Written.money("\(sign * line.amount)"),
        ]
    }
}
