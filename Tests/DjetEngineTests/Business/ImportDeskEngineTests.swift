import DjetEngine
import DjetModel
import DjetStore
import DjetTestSupport
import Foundation
import Testing

/// A file is sent, looked at, matched, and only then imported.
@Suite struct ImportDeskEngineTests {
    private static let path = "/orders/import"
    private static let german = "Auftrag;Artikel;Menge;Preis;Tag\r\n1;<A>;1.000;2,50;1.12.2010\r\n"

    private static func orders(_ database: TestDatabase) async throws -> [String] {
        try await database.store.rows(
            "select number || ' ' || total || ' ' || ordered_on from sales.order order by 1", as: String.self)
    }

    /// Sends a file to be looked at, and returns the address of its page.
    private static func sent(_ text: String, _ browser: Program) async throws -> String {
        let answer = try await browser.form(
            "\(path)/look", [:], files: ["file": try ImportEngineTests.temporary(text)])
        #expect(answer.status == 303, "\(answer.body)")
        return answer["location"] ?? ""
    }

    private static let choices: KeyValuePairs = [
        "encoding": "", "separator": "", "decimal": "comma", "dates": "dmy", "mapping[0]": "number",
        "mapping[1]": "product", "mapping[2]": "quantity", "mapping[3]": "unitPrice",
        "mapping[4]": "orderedOn", "returnMark": "R",
    ]

    @Test func aFileIsLookedAtMatchedAndImported() async throws {
        try await withFunctions(worker: true) { site, database in
            let browser = try await Program.browser("ada", roles: .office, site)
            let form = try await browser.get(Self.path).body
            #expect(form.contains("data-upload") && form.contains("action=\"\(Self.path)/look\""))
            let page = try await Self.sent(Self.german, browser)
            let first = try await browser.get(page)
            #expect(first.status == 200 && first.body.contains("no column is the order number"))
            #expect(first.body.contains("aria-label=\"Field of Auftrag\"") && !first.body.contains("<A>"))
            #expect(first.body.contains("&lt;A&gt;") && first.body.contains("Look again"))
            let again = try await browser.post(page, form: Self.choices)
            #expect(again.status == 200 && again.body.contains("All lines were read: 1"), "\(again.body)")
            #expect(again.body.contains("<option value=\"dmy\" selected>"))
            #expect(again.body.contains("<option value=\"unitPrice\" selected>"))
            #expect(again.body.contains("name=\"returnMark\" type=\"text\" inputmode=\"text\" value=\"R\""))
            #expect(try await Self.orders(database).isEmpty, "nothing is booked yet")
            let imported = try await browser.post("\(page)/import", form: Self.choices)
            #expect(imported.status == 303 && imported["location"]?.hasPrefix("/tickets/") == true)
            let ticket = try await browser.get(imported["location"] ?? "", "Prefer: wait=30")
            #expect(ticket.status == 200 && ticket.body.contains("finished"), "\(ticket.body)")
            #expect(try await Self.orders(database) == ["1 2500.00 2010-12-01"])
        }
    }

    @Test func aSavedMappingIsProposedForTheSameHeader() async throws {
        try await withFunctions { site, _ in
            let browser = try await Program.browser("ada", roles: .office, site)
            let page = try await Self.sent(Self.german, browser)
            let unnamed = try await browser.post("\(page)/save", form: Self.choices)
            #expect(unnamed.status == 422 && unnamed.body.contains("name: is missing"))
            #expect(unnamed.body.contains("<option value=\"unitPrice\" selected>"), "it keeps the choices")
            var flags = ["--data-urlencode", "csrf=\(browser.csrf)", "--data-urlencode", "_mapping=<German>"]
            for (name, value) in Self.choices { flags += ["--data-urlencode", "\(name)=\(value)"] }
            let saved = try await site.ask("POST", "\(page)/save", browser.headers, flags: flags)
            #expect(saved.status == 200 && saved.body.contains("“&lt;German&gt;” is saved"), "\(saved.body)")
            let other = try await Self.sent(Self.german.replacing("\n1;", with: "\n2;"), browser)
            let found = try await browser.get(other).body
            #expect(
                found.contains("“&lt;German&gt;” is proposed") && found.contains("All lines were read: 1"))
            let list = try await browser.get("\(Self.path)/mappings")
            #expect(list.body.contains("&lt;German&gt;") && list.body.contains("ada"))
            let renamed = try await browser.post("\(Self.path)/mappings/1/rename", form: ["name": "Shop"])
            #expect(renamed.status == 303)
            #expect(try await browser.get(other).body.contains("“Shop” is proposed"))
            let removed = try await browser.post("\(Self.path)/mappings/1/remove", form: [:])
            #expect(removed.status == 303)
            #expect(try await browser.get(other).body.contains("no column is the order number"))
        }
    }

    @Test func wrongChoicesAreToldBesideThemAndStay() async throws {
        try await withFunctions { site, database in
            let browser = try await Program.browser("ada", roles: .office, site)
            let page = try await Self.sent(Self.german, browser)
            let twice = try await browser.post(
                "\(page)/import",
                form: [
                    "decimal": "comma", "mapping[0]": "number", "mapping[1]": "number",
                    "mapping[2]": "quantity", "mapping[3]": "-", "mapping[4]": "-",
                ])
            #expect(twice.status == 422 && twice.body.contains("column 1 is the order number already"))
            #expect(twice.body.contains("aria-describedby=\"f-mapping-1--fault\""), "\(twice.body)")
            #expect(twice.body.contains("no column is the product code, unit price"))
            #expect(twice.body.contains("<option value=\"comma\" selected>"))
            let wrong = try await browser.post(
                page, form: ["encoding": "klingon", "separator": "x", "mapping[0]": "number"])
            #expect(wrong.status == 422, "\(wrong.body)")
            let encoding = try await browser.post(
                page, form: ["encoding": "klingon", "mapping[0]": "number"])
            #expect(encoding.status >= 400 && encoding.body.contains("“klingon” is unknown"))
            #expect(encoding.body.contains("name=\"mapping[0]\" value=\"number\""), "they are kept unseen")
            let empty = try await browser.form("\(Self.path)/look", [:])
            #expect(empty.status == 422 && empty.body.contains("is missing: choose a file"))
            let field = try await browser.form(
                "\(Self.path)/look", ["decimal": "comma"],
                files: ["file": try ImportEngineTests.temporary(Self.german)])
            #expect(field.status == 422 && field.body.contains("decimal"), "\(field.body)")
            let jobs = try await database.store.first("select count(*) from jobmachine.job", as: Int.self)
            #expect(jobs == 0)
            #expect(try await ImportEngineTests.files(database) == 1)
        }
    }

    @Test func aProgramLooksAtAFileAndImportsItAsItWishes() async throws {
        try await withFunctions(worker: true) { site, database in
            let program = try await Program("ada", roles: .office, site)
            let stored = try await site.ask(
                "POST", "\(Self.path)/look", program.headers + ["Content-Type: text/csv"], body: Self.german)
            let page = stored["location"] ?? ""
            #expect(stored.status == 200 && page.hasPrefix("\(Self.path)/"), "\(stored.body)")
            let look = try await program.get(page)
            #expect(look.body.contains(#""separator":"semicolon""#) && look.body.contains(#""rows":[["1""#))
            let arguments = """
                {"dates": "dmy", "decimal": ",", "separator": ";",
                 "mapping": ["number", "product", "quantity", "unitPrice", "orderedOn"]}
                """
            let again = try await program.post(page, arguments)
            #expect(again.status == 200 && again.body.contains(#""rejected":0"#), "\(again.body)")
            let ticket = try await program.post("\(page)/import", arguments)
            #expect(ticket.status == 202)
            let done = try await program.get(ticket["location"] ?? "", "Prefer: wait=30")
            #expect(done.body.contains(#""accepted":1"#), "\(done.body)")
            #expect(try await Self.orders(database) == ["1 2500.00 2010-12-01"])
            let bob = try await Program("bob", roles: .office, site)
            for path in [page, "\(page)/import", "\(page)/save"] {
                #expect(try await bob.post(path, "{}").status == 404, "it is somebody else's")
            }
        }
    }

    @Test func aLargeFileIsCheckedAsAWhole() async throws {
        try await withFunctions(worker: true) { site, database in
            let browser = try await Program.browser("ada", roles: .office, site)
            let small = try await browser.get(Self.sent(Self.german, browser))
            #expect(!small.body.contains("Check the whole file"), "all of it was read")
            let filling = (1...40_000).map { "F\($0);A;1;1,5;\r\n" }.joined()
            let text = "Order No;SKU;Qty;Price;Note\r\n\(filling)1;A;x;1,5;\r\n"
            let page = try await Self.sent(text, browser)
            let look = try await browser.get(page)
            #expect(look.body.contains("formaction=\"\(page)/check\""), "\(look.body.prefix(4_000))")
            #expect(look.body.contains("of which 0 would be rejected"))
            let wrong = try await browser.post("\(page)/check", form: ["mapping[0]": "number"])
            #expect(wrong.status == 422 && wrong.body.contains("no column is the product code"))
            let checked = try await browser.post("\(page)/check", form: ["decimal": "comma"])
            #expect(checked.status == 303 && checked["location"]?.hasPrefix("/tickets/") == true)
            let ticket = try await browser.get(checked["location"] ?? "", "Prefer: wait=30")
            #expect(ticket.body.contains("finished") && ticket.body.contains("rejects.csv"), "\(ticket.body)")
            let program = try await Program("ada2", roles: .office, site)
            let stored = try await site.ask(
                "POST", "\(Self.path)/look", program.headers + ["Content-Type: text/csv"], body: Self.german)
            let later = try await program.post(
                "\(stored["location"] ?? "")/check",
                #"{"mapping": ["number", "product", "quantity", "unitPrice"], "decimal": "comma"}"#)
            #expect(later.status == 202, "\(later.body)")
            let done = try await program.get(later["location"] ?? "", "Prefer: wait=30")
            #expect(done.body.contains(#""accepted":1"#) && done.body.contains(#""netTotal":2500"#))
            #expect(try await Self.orders(database).isEmpty, "nothing is booked")
            let audit = try await database.model().auditEntries().map(\.target)
            #expect(audit.contains("sales.check-orders"))
        }
    }

    @Test func eachChoiceHasALabelAndAHint() async throws {
        try await withFunctions { site, _ in
            let browser = try await Program.browser("ada", roles: .office, site)
            let page = try await browser.get(Self.sent(Self.german, browser)).body
            for name in ["encoding", "separator", "decimal", "dates", "returnMark", "inSteps"] {
                #expect(page.contains("<label for=\"f-\(name)\">"), "\(name)")
                #expect(page.contains("id=\"f-\(name)-hint\""), "\(name)")
            }
            #expect(page.contains("dmy is 1.12.2010"))
        }
    }
}
