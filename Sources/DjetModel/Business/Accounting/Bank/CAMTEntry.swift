/// An entry of a statement.
struct CAMTEntry: Decodable {
    /// Up to version 6 a text, later an element of its own.
    struct Status: Decodable {
        private let text: String?
        private let element: String?

        var code: String? { element ?? text }

        private enum CodingKeys: String, CodingKey { case text = "", element = "Cd" }
    }

    struct Details: Decodable {
        let transactions: [CAMTTransaction]?

        private enum CodingKeys: String, CodingKey { case transactions = "TxDtls" }
    }

    let amount: CAMTAmount?
    let sign: String?
    let reversal: String?
    let status: Status?
    let bookedOn: CAMTDay?
    let valueOn: CAMTDay?
    let reference: String?
    let details: [Details]?
    let text: String?

    var transactions: [CAMTTransaction] { (details ?? []).flatMap { $0.transactions ?? [] } }

    private enum CodingKeys: String, CodingKey {
        case amount = "Amt", sign = "CdtDbtInd", reversal = "RvslInd", status = "Sts", bookedOn = "BookgDt"
        case valueOn = "ValDt", reference = "AcctSvcrRef", details = "NtryDtls", text = "AddtlNtryInf"
    }
}

/// An amount with its currency.
struct CAMTAmount: Decodable {
    let text: String?
    let currency: String?

    private enum CodingKeys: String, CodingKey { case text = "", currency = "Ccy" }
}

/// A day, which may come with a time.
struct CAMTDay: Decodable {
    private let date: String?
    private let moment: String?

    /// The day as it is written; nil if it is missing.
    var text: String? { date ?? moment.map { String($0.prefix(10)) } }

    private enum CodingKeys: String, CodingKey { case date = "Dt", moment = "DtTm" }
}
