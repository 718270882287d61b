import DjetModel
import Foundation

extension Letter {
    /// Creates the letter of an invoice or a credit note. The amounts of a credit note have the other sign:
    /// it says what is credited.
    init(_ document: InvoiceDocument) {
        let isCreditNote = document.kind == .creditNote
        func shown(_ amount: Decimal) -> Decimal { isCreditNote ? 0 - amount : amount }
        func money(_ amount: Decimal) -> String { Written.money("\(shown(amount))") }
        let buyer = document.buyer
        var sums = document.taxes.filter { $0.tax != 0 }.map { tax in
            ("Tax \(Written.percent("\(tax.rate ?? 0)")) of \(money(tax.net))", money(tax.tax))
        }
        if !sums.isEmpty { sums.insert(("Net", money(document.total)), at: 0) }
        sums.append(("Total \(document.currency ?? "")", money(document.gross)))
        var notes = document.taxes.compactMap(\.reason)
        if let iban = document.seller?.iban, !isCreditNote { notes.append("Please pay to \(iban)") }
        self.init(
            heading: "\(isCreditNote ? "Credit note" : "Invoice") \(document.number)",
            day: document.issuedOn, from: document.seller, to: buyer.name ?? buyer.code, at: buyer.address,
            facts: [
                ("Date", document.issuedOn.description), ("Due", document.dueOn?.description),
                ("Order", document.orderNumber), ("Delivered", document.deliveredOn?.description),
                ("Corrects invoice", document.correctsNumber.map { "\($0)" }), ("Customer", buyer.code),
                ("Customer's VAT id", buyer.vatId),
            ],
            columns: ["Line", "Product", "Description", "Quantity", "Price", "Discount", "Tax", "Amount"],
            figures: [0, 3, 4, 5, 6, 7],
            rows: document.lines.map { line in
                [
                    "\(line.number)", line.product, line.description,
                    Written.number("\(shown(line.quantity))"), Written.money("\(line.unitPrice)"),
                    line.discount.map { Written.percent("\($0)") } ?? "",
                    line.rate.map { Written.percent("\($0)") } ?? "", money(line.amount),
                ]
            },
            sums: sums, notes: notes)
    }
}
