import DjetModel
import DjetTestSupport
import Foundation
import Testing

/// Files that no bank writes: each is refused with its place, and nothing is booked.
@Suite struct HostileStatementTests {
    private static let good = SampleStatement(
        entries: [.init(amount: "10.00", text: "invoice 1"), .init(amount: "11.00", text: "invoice 1")]
    ).xml

    private static func replaced(_ old: String, _ new: String) -> String { good.replacing(old, with: new) }

    static let files: [(xml: String, message: String)] = [
        ("", "it has no element"), ("{}", "it has no element"), ("<a/>", "is no CAMT.053 statement"),
        (replaced("camt.053", "camt.054"), "is no CAMT.053 statement"),
        (
            replaced("<Document", "<!DOCTYPE Document [<!ENTITY a \"x\">]><Document"),
            "line 2: the XML has a document type"
        ),
        (replaced("<Document", "<!DOCTYPE D SYSTEM \"file:///etc/passwd\"><Document"), "a document type"),
        (replaced("invoice 1", "&xxe;"), "is no well-formed XML"),
        (replaced("invoice 1", "<![CDATA[invoice 1]]>"), "CDATA"),
        (replaced("UTF-8", "ISO-8859-1"), "the encoding is “ISO-8859-1”"),
        (replaced("UTF-8", "UTF-16"), "the encoding is “UTF-16”"),
        (replaced("invoice 1", "\u{0}"), "is not XML in UTF-8"),
        (replaced("</Stmt>", ""), "is no well-formed XML"),
        (replaced("<GrpHdr>", String(repeating: "<a>", count: 100_000)), "nested more than 40 deep"),
        (
            replaced("<GrpHdr>", String(repeating: "<a/>", count: 300_000) + "<GrpHdr>"),
            "more than 300000 elements"
        ),
        (replaced("invoice 1", String(repeating: "a&amp;", count: 100_000)), "a text of more than 8 KiB"),
        (
            replaced("<GrpHdr>", "<GrpHdr a='\(String(repeating: "b", count: 10_000))'>"),
            "a tag of more than 8 KiB"
        ),
        (
            replaced("<GrpHdr>", "<GrpHdr><e\(String(repeating: "\u{301}\u{316}", count: 2_000))/>"),
            "a letter with more than 100 combining marks"
        ),
        (replaced("<GrpHdr>", "<GrpHdr a='"), "a tag without an end"),
        (replaced("<GrpHdr>", "<!-- <GrpHdr>"), "without an end"),
        ("<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.08\"/>", "has no statement (Stmt)"),
        (replaced("<Id>2026-001</Id>", ""), "statement “”: Id is missing"),
        (replaced("<IBAN>DK5000400440116243</IBAN>", ""), "statement “2026-001”: Acct/Id is missing"),
        (replaced("11.00", "11.001"), "statement “2026-001”, entry 2: Amt must be a number"),
        (replaced("11.00", "-11"), "entry 2: Amt must be a number"),
        (replaced("11.00", "1e3"), "entry 2: Amt"),
        (replaced("11.00", "11,00"), "(got “11,00”)"),
        (replaced("11.00", ""), "entry 2: Amt must be a number"),
        (replaced("Ccy=\"EUR\">11.00", "Ccy=\"USD\">11.00"), "in several currencies: EUR, USD"),
        (replaced("Ccy=\"EUR\">11.00", ">11.00"), "entry 2: Amt has no currency"),
        (replaced("CRDT", "CREDIT"), "entry 1: CdtDbtInd must be CRDT or DBIT"),
        (replaced("<Cd>BOOK</Cd>", ""), "entry 1: Sts is missing"),
        (replaced("<Dt>2026-11-20</Dt>", "<Dt>2026-02-30</Dt>"), "entry 1: BookgDt must be a day"),
        (replaced("<BookgDt><Dt>2026-11-20</Dt></BookgDt>", ""), "entry 1: BookgDt is missing"),
        (replaced("invoice 1", "\u{FFFD}"), "entry 1: Ustrd has a character (U+FFFD)"),
    ]

    @Test func eachIsRefusedWithItsPlaceAndNothingIsBooked() async throws {
        try await withDatabase(business: true) { database in
            let model = database.model()
            try await model.invoiced(100)
            for (xml, message) in Self.files {
                let error = await #expect(throws: ModelError.self) { try await model.importedStatement(xml) }
                let text = error?.message ?? ""
                #expect(text.hasPrefix("bank.xml") && text.contains(message), "\(message): \(text)")
                #expect(text.count < 300)
            }
            #expect(try await model.call(ListBankLines()).lines.isEmpty)
            #expect(try await model.open() == [100])
            #expect(try await model.importedStatement(Self.good).payments == 2)
        }
    }

    @Test func anotherCurrencyThanThatOfTheBooksIsRefused() async throws {
        try await withDatabase(business: true) { database in
            let model = database.model()
            _ = try await model.call(SetCurrency(currency: "DKK"))
            let error = await #expect(throws: ModelError.self) {
                try await model.importedStatement(Self.good)
            }
            #expect(error?.message.contains("entry 1: Amt is in EUR, and the books are in DKK") == true)
        }
    }

    @Test func moreThanAFileMayHoldIsRefused() async throws {
        try await withDatabase(business: true) { database in
            let model = database.model()
            let entry =
                "<Ntry><Amt Ccy=\"EUR\">1</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts>"
                + "<BookgDt><Dt>2026-11-20</Dt></BookgDt></Ntry>"
            let many = Self.replaced("</Stmt>", String(repeating: entry, count: 5_001) + "</Stmt>")
            let error = await #expect(throws: ModelError.self) { try await model.importedStatement(many) }
            #expect(
                error?.message.contains("more than 5000 payments") == true, "\(String(describing: error))")
            let large = Self.good + String(repeating: "\n", count: 8 << 20)
            let second = await #expect(throws: ModelError.self) { try await model.importedStatement(large) }
            #expect(second?.message.contains("at most 8 MiB") == true)
        }
    }
}
