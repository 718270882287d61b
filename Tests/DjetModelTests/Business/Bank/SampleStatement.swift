import DjetModel

/// A bank statement as CAMT.053, for tests: the same entries in the old form or in the new one.
struct SampleStatement {
    /// An entry of one payment.
    struct Entry {
        var amount: String
        var sign = "CRDT"
        var status = "BOOK"
        var day = "2026-11-20"
        var reference: String?
        var payer = ""
        var account = ""
        var text = ""
        var creditorReference = ""
        var isReversal = false
        var currency = "EUR"
    }

    var number = "2026-001"
    var account = "DK5000400440116243"
    /// 2 to 6 have the old form, 7 and later the new one.
    var version = 8
    var entries: [Entry] = []

    private var isNew: Bool { version >= 7 }

    /// The document.
    var xml: String {
        let space = "urn:iso:std:iso:20022:tech:xsd:camt.053.001.\(version < 10 ? "0" : "")\(version)"
        return """
            <?xml version="1.0" encoding="UTF-8"?>
            <Document xmlns="\(space)">
              <BkToCstmrStmt>
                <GrpHdr><MsgId>M-\(number)</MsgId><CreDtTm>2026-11-21T06:00:00+01:00</CreDtTm></GrpHdr>
                <Stmt>
                  <Id>\(number)</Id>
                  <CreDtTm>2026-11-21T06:00:00+01:00</CreDtTm>
                  <FrToDt><FrDtTm>2026-11-20T00:00:00</FrDtTm><ToDtTm>2026-11-20T23:59:59</ToDtTm></FrToDt>
                  <Acct><Id><IBAN>\(account)</IBAN></Id><Ccy>EUR</Ccy></Acct>
            \(entries.map(text).joined(separator: "\n"))
                </Stmt>
              </BkToCstmrStmt>
            </Document>

            """
    }

    private func text(_ entry: Entry) -> String {
        let status = isNew ? "<Cd>\(entry.status)</Cd>" : entry.status
        let reference = entry.reference.map { "<AcctSvcrRef>\($0)</AcctSvcrRef>" } ?? ""
        let reversal = entry.isReversal ? "<RvslInd>true</RvslInd>" : ""
        return """
                  <Ntry>
                    <Amt Ccy="\(entry.currency)">\(entry.amount)</Amt>
                    <CdtDbtInd>\(entry.sign)</CdtDbtInd>\(reversal)
                    <Sts>\(status)</Sts>
                    <BookgDt><Dt>\(entry.day)</Dt></BookgDt>
                    <ValDt><Dt>\(entry.day)</Dt></ValDt>
                    \(reference)
                    <NtryDtls><TxDtls>
                      <Refs><EndToEndId>NOTPROVIDED</EndToEndId></Refs>
                      <RltdPties>\(party(entry))</RltdPties>
                      <RmtInf>\(remittance(entry))</RmtInf>
                    </TxDtls></NtryDtls>
                  </Ntry>
            """
    }

    private func party(_ entry: Entry) -> String {
        let (side, name) = (entry.sign == "CRDT" ? "Dbtr" : "Cdtr", "<Nm>\(entry.payer)</Nm>")
        let party = entry.payer.isEmpty ? "" : "<\(side)>\(isNew ? "<Pty>\(name)</Pty>" : name)</\(side)>"
        let account = "<\(side)Acct><Id><IBAN>\(entry.account)</IBAN></Id></\(side)Acct>"
        return party + (entry.account.isEmpty ? "" : account)
    }

    private func remittance(_ entry: Entry) -> String {
        let reference = "<Strd><CdtrRefInf><Ref>\(entry.creditorReference)</Ref></CdtrRefInf></Strd>"
        return (entry.text.isEmpty ? "" : "<Ustrd>\(entry.text)</Ustrd>")
            + (entry.creditorReference.isEmpty ? "" : reference)
    }
}

extension Model {
    /// Imports a file of this text.
    @discardableResult
    func importedStatement(_ xml: String, account: String? = nil) async throws -> ImportStatement.Output {
        let file = try await storeFile(name: "bank.xml", mimeType: "text/xml") { try await $0.write(xml) }
        return try await call(ImportStatement(file: file, account: account))
    }

    /// Imports a statement of these entries.
    @discardableResult
    func importedStatement(
        _ entries: [SampleStatement.Entry], number: String = "1", version: Int = 8
    ) async throws -> ImportStatement.Output {
        try await importedStatement(
            SampleStatement(number: number, version: version, entries: entries).xml)
    }
}
