/// A payment within an entry.
struct CAMTTransaction: Decodable {
    struct References: Decodable {
        let endToEnd: String?

        private enum CodingKeys: String, CodingKey { case endToEnd = "EndToEndId" }
    }

    /// The amount's place up to version 3.
    struct AmountDetails: Decodable {
        struct Amount: Decodable {
            let amount: CAMTAmount?

            private enum CodingKeys: String, CodingKey { case amount = "Amt" }
        }

        let transaction: Amount?

        private enum CodingKeys: String, CodingKey { case transaction = "TxAmt" }
    }

    let references: References?
    let sign: String?
    let parties: CAMTParties?
    let remittance: CAMTRemittance?
    let text: String?
    private let ownAmount: CAMTAmount?
    private let amountDetails: AmountDetails?

    var amount: CAMTAmount? { ownAmount ?? amountDetails?.transaction?.amount }

    private enum CodingKeys: String, CodingKey {
        case references = "Refs", ownAmount = "Amt", sign = "CdtDbtInd", amountDetails = "AmtDtls"
        case parties = "RltdPties", remittance = "RmtInf", text = "AddtlTxInf"
    }
}

/// The two sides of a payment.
struct CAMTParties: Decodable {
    /// A party. Its name moved into an element of its own with version 7.
    struct Party: Decodable {
        private struct Inner: Decodable {
            let name: String?

            private enum CodingKeys: String, CodingKey { case name = "Nm" }
        }

        private let ownName: String?
        private let party: Inner?

        var name: String? { ownName ?? party?.name }

        private enum CodingKeys: String, CodingKey { case ownName = "Nm", party = "Pty" }
    }

    let debtor: Party?
    let debtorAccount: CAMTAccount?
    let ultimateDebtor: Party?
    let creditor: Party?
    let creditorAccount: CAMTAccount?

    private enum CodingKeys: String, CodingKey {
        case debtor = "Dbtr", debtorAccount = "DbtrAcct", ultimateDebtor = "UltmtDbtr", creditor = "Cdtr"
        case creditorAccount = "CdtrAcct"
    }
}

/// The purpose of a payment.
struct CAMTRemittance: Decodable {
    private struct Structured: Decodable {
        struct Creditor: Decodable {
            let reference: String?

            private enum CodingKeys: String, CodingKey { case reference = "Ref" }
        }

        struct Document: Decodable {
            let number: String?

            private enum CodingKeys: String, CodingKey { case number = "Nb" }
        }

        let creditor: Creditor?
        let documents: [Document]?

        private enum CodingKeys: String, CodingKey { case creditor = "CdtrRefInf", documents = "RfrdDocInf" }
    }

    let texts: [String]?
    private let structured: [Structured]?

    /// The structured references: the creditor's, and the numbers of documents.
    var references: [String] {
        (structured ?? []).flatMap { one in
            [one.creditor?.reference].compactMap(\.self) + (one.documents ?? []).compactMap(\.number)
        }
    }

    private enum CodingKeys: String, CodingKey { case texts = "Ustrd", structured = "Strd" }
}
