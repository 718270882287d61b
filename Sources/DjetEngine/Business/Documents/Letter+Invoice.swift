import DjetModel
import Foundation

extension Letter {
    /// Creates the letter of an invoice or a credit note. The amounts of a credit note have the other sign:
    /// it says what is credited.
    init(_ document: InvoiceDocument, in words: Words) {
        let isCreditNote = document.kind == .creditNote
        let sign: Decimal = isCreditNote ? -1 : 1
        let figures = words.figures
        func day(_ day: Day?) -> String? { day.map { figures.day("\($0)") } }
        var notes = document.taxes.compactMap(\.reason).map { words($0) }
        if let iban = document.seller?.iban, !isCreditNote { notes.append(words("Please pay to \(iban)")) }
        self.init(
            in: words, heading: words("\(isCreditNote ? "Credit note" : "Invoice") \(document.number)"),
            day: document.issuedOn, from: document.seller, to: document.buyer.name ?? document.buyer.code,
            at: document.buyer.address,
            facts: [
                ("Date", day(document.issuedOn)), ("Due", day(document.dueOn)),
                ("Order", document.orderNumber), ("Delivered", day(document.deliveredOn)),
                ("Corrects invoice", document.correctsNumber.map { "\($0)" }),
                ("Customer", document.buyer.code),
                ("Customer's VAT id", document.buyer.vatId),
            ],
            table: LetterTable(
                in: words,
                [
                    .init("Line", .line), .init("Product", .code), .init("Description", .words),
                    .init("Quantity", .figure), .init("Price", .figure), .init("Discount", .share),
                    .init("Tax", .share), .init("Amount", .money),
                ],
                rows: document.lines.map { Self.row(of: $0, sign: sign, figures) }, optional: [5, 6]),
            sums: Self.sums(of: document, sign: sign, figures), notes: notes)
    }

    private static func sums(
        of document: InvoiceDocument, sign: Decimal, _ figures: Figures
    ) -> [(String, String)] {
        func money(_ amount: Decimal) -> String { Written.money("\(sign * amount)", figures) }
        var sums = document.taxes.filter { $0.tax != 0 }.map { tax in
            ("Tax \(Written.percent("\(tax.rate ?? 0)", figures)) of \(money(tax.net))", money(tax.tax))
        }
        if !sums.isEmpty { sums.insert(("Net", money(document.total)), at: 0) }
        let total = document.currency.map { "Total \($0)" } ?? "Total"
        sums.append((total, money(document.gross)))
        return sums
    }

    /// Returns the row of a line.
    private static func row(
        of line: InvoiceDocument.Line, sign: Decimal, _ figures: Figures
    ) -> LetterTable.Row {
        let amount = sign * line.amount
        return LetterTable.Row(
            texts: [
                "\(line.number)", line.product, line.description,
                Written.number("\(sign * line.quantity)", figures),
                Written.money("\(line.unitPrice)", figures),
                line.discount.map { Written.percent("\($0)", figures) } ?? "",
                line.rate.map { Written.percent("\($0)", figures) } ?? "",
                Written.money("\(amount)", figures),
            ],
            amount: amount)
    }
}
