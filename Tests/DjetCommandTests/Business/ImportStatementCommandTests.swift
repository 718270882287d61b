import DjetStore
import DjetTestSupport
import Foundation
import Testing

@Suite struct ImportStatementCommandTests {
    private static let statement = """
        <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02"><BkToCstmrStmt><Stmt><Id>7</Id>
        <Acct><Id><IBAN>DK5000400440116243</IBAN></Id></Acct>
        <Ntry><Amt Ccy="EUR">10.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts>
          <BookgDt><Dt>2026-11-20</Dt></BookgDt></Ntry>
        </Stmt></BkToCstmrStmt></Document>
        """

    @Test func aStatementIsImportedOnce() async throws {
        let scratch = try Scratch()
        let path = try scratch.write(Self.statement, to: "bank.xml")
        try await withDatabase(business: true) { database in
            let first = try await Run(["import-statement", path], on: database)
            #expect(first.status == 0, "\(first.error)")
            #expect(first.output.contains("to assign     1") && first.output.contains("known         0"))
            let second = try await Run(["import-statement", path], on: database)
            #expect(second.output.contains("to assign     0") && second.output.contains("known         1"))
            let lines = try await database.store.first(
                "select count(*) from accounting.bank_line", as: Int.self)
            #expect(lines == 1)
            let account = try await Run(["import-statement", path, "--account", "9999"], on: database)
            #expect(account.status != 0 && account.error.contains("no active account 9999"))
            let other = try scratch.write("<a/>", to: "other.xml")
            let refused = try await Run(["import-statement", other], on: database)
            #expect(refused.status != 0 && refused.error.contains("other.xml: the file is no CAMT.053"))
        }
    }
}
