/// A document of ISO 20022, as much of it as an import of statements needs. The versions of CAMT.053
/// differ in few elements; each type here takes all of their forms.
struct CAMTDocument: Decodable {
    struct Message: Decodable {
        let statements: [CAMTStatement]?

        private enum CodingKeys: String, CodingKey { case statements = "Stmt" }
    }

    let message: Message?

    private enum CodingKeys: String, CodingKey { case message = "BkToCstmrStmt" }
}

/// A statement of an account.
struct CAMTStatement: Decodable {
    struct Period: Decodable {
        let from: String?
        let to: String?

        private enum CodingKeys: String, CodingKey { case from = "FrDtTm", to = "ToDtTm" }
    }

    let number: String?
    let period: Period?
    let account: CAMTAccount?
    let entries: [CAMTEntry]?

    private enum CodingKeys: String, CodingKey {
        case number = "Id", period = "FrToDt", account = "Acct", entries = "Ntry"
    }
}

/// An account at a bank.
struct CAMTAccount: Decodable {
    private struct Identity: Decodable {
        struct Other: Decodable {
            let number: String?

            private enum CodingKeys: String, CodingKey { case number = "Id" }
        }

        let iban: String?
        let other: Other?

        private enum CodingKeys: String, CodingKey { case iban = "IBAN", other = "Othr" }
    }

    private let identity: Identity?

    /// The IBAN, or else the bank's own number.
    var number: String? { identity?.iban ?? identity?.other?.number }

    private enum CodingKeys: String, CodingKey { case identity = "Id" }
}
