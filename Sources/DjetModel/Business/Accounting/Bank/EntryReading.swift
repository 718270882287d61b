import Foundation

/// The reading of one entry of a statement.
struct EntryReading {
    let statement: StatementReading
    let place: Int
    let entry: CAMTEntry

    /// Returns the entry; nil for one that is pending, or of 0.
    func read() throws -> BankStatement.Entry? {
        guard let status = entry.status?.code, !status.isEmpty else { throw fault("Sts is missing") }
        guard status == "BOOK" else { return nil }
        guard let sign = Self.signs[entry.sign ?? ""] else { throw fault("CdtDbtInd must be CRDT or DBIT") }
        let amount = try sign * absoluteAmount()
        guard amount != 0 else { return nil }
        guard let bookedOn = entry.bookedOn?.text else { throw fault("BookgDt is missing") }
        let isReversal = ["true", "1"].contains(entry.reversal ?? "false")
        return BankStatement.Entry(
            bookedOn: try day(bookedOn, "BookgDt"),
            valueOn: try entry.valueOn?.text.map { try day($0, "ValDt") }, amount: amount,
            isReversal: isReversal, reference: Self.said(try text(entry.reference, "AcctSvcrRef", 70)),
            lines: try lines(of: amount, sign))
    }

    private static let signs: [String: Decimal] = ["CRDT": 1, "DBIT": -1]

    /// Returns the amount. Throws unless it is a number in the currency of the books.
    private func absoluteAmount() throws -> Decimal {
        guard let amount = entry.amount else { throw fault("Amt is missing") }
        guard let value = Self.number(amount.text) else {
            throw fault(
                "Amt must be a number of at most 2 decimals (got “\((amount.text ?? "").prefix(40))”)")
        }
        guard let currency = amount.currency, currency.count == 3 else {
            throw fault("Amt has no currency (Ccy)")
        }
        if let books = statement.currency, currency != books {
            throw fault("Amt is in \(currency), and the books are in \(books)")
        }
        return value
    }

    /// Reads `12.30`; nil for more than 2 decimals, or for what is no number.
    private static func number(_ text: String?) -> Decimal? {
        guard let text else { return nil }
        let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        guard let whole = parts.first, (1...15).contains(whole.utf8.count),
            parts.count == 1 || parts[1].utf8.count <= 5,
            parts.allSatisfy({ $0.utf8.allSatisfy(\.isDigit) }),
            parts.count == 1 || parts[1].dropFirst(2).allSatisfy({ $0 == "0" })
        else { return nil }
        return Decimal(string: text)
    }

    // MARK: Payments

    /// Returns the payments of an entry for several, or the entry as one payment, if the amounts of the
    /// payments are not told or are not all of it.
    private func lines(of amount: Decimal, _ sign: Decimal) throws -> [BankStatement.Line] {
        let transactions = entry.transactions
        let parts = transactions.compactMap { part($0).map { sign * $0 } }
        guard transactions.count > 1, parts.count == transactions.count, parts.reduce(0, +) == amount else {
            return [try line(of: transactions, amount, sign)]
        }
        return try zip(transactions, parts).map { try line(of: [$0], $1, sign) }
    }

    /// Returns the amount of a payment; nil if it is none, or has another sign or currency than the entry.
    private func part(_ transaction: CAMTTransaction) -> Decimal? {
        guard transaction.amount?.currency == entry.amount?.currency,
            (transaction.sign ?? entry.sign) == entry.sign,
            let amount = Self.number(transaction.amount?.text), amount > 0
        else { return nil }
        return amount
    }

    private func line(
        of transactions: [CAMTTransaction], _ amount: Decimal, _ sign: Decimal
    ) throws -> BankStatement.Line {
        let first = transactions.count == 1 ? transactions.first : nil
        let parties = first?.parties
        let name =
            sign > 0 ? (parties?.debtor?.name ?? parties?.ultimateDebtor?.name) : parties?.creditor?.name
        let account = (sign > 0 ? parties?.debtorAccount : parties?.creditorAccount)?.number
        let words = transactions.flatMap { $0.remittance?.texts ?? [] }.joined(separator: " ")
        let references = transactions.flatMap { $0.remittance?.references ?? [] }.prefix(50)
        return BankStatement.Line(
            amount: amount, payer: try text(name, "Nm", 200), payerAccount: try text(account, "DbtrAcct", 70),
            endToEnd: Self.said(try text(first?.references?.endToEnd, "EndToEndId", 70)),
            text: try text(words, "Ustrd", 1_000, .prose) ?? text(first?.text, "AddtlTxInf", 1_000, .prose)
                ?? text(entry.text, "AddtlNtryInf", 1_000, .prose),
            references: try references.compactMap { try text($0, "Ref", 100) })
    }

    /// Returns a reference unless the bank says that there is none.
    private static func said(_ reference: String?) -> String? {
        reference.flatMap { ["NOTPROVIDED", "NONREF"].contains($0.uppercased()) ? nil : $0 }
    }

    private func day(_ text: String, _ field: String) throws -> Day {
        guard let day = Day(String(text.prefix(10))) else {
            throw fault("\(field) must be a day such as 2026-12-01 (got “\(text.prefix(40))”)")
        }
        return day
    }

    private func text(
        _ text: String?, _ field: String, _ longest: Int, _ use: PlainText.Use = .code
    ) throws -> String? {
        try statement.text(text, field, longest, entry: place, use)
    }

    private func fault(_ problem: String) -> ImportError { statement.fault(problem, entry: place) }
}
