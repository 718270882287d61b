import DjetEngine
import DjetModel
import DjetStore
import DjetTestSupport
import Foundation
import Testing

@Suite struct ImportEngineTests {
    static let csv = "InvoiceNo,StockCode,Description,Quantity,UnitPrice\n7,A,Tea,2,1.50\n9,B,<b>,0,1\n"
    static let path = "/orders/import"

    static func temporary(_ text: String) throws -> String {
        let file = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try Data(text.utf8).write(to: file)
        return file.path()
    }

    static func files(_ database: TestDatabase) async throws -> Int {
        try await database.store.first("select count(*) from jobmachine.file", as: Int.self) ?? -1
    }

    @Test func aProgramSendsTheFileAsItIs() async throws {
        try await withFunctions(worker: true) { site, _ in
            let program = try await Program("ada", roles: .office, site)
            let ticket = try await site.ask(
                "POST", Self.path, program.headers + ["Content-Type: text/csv"], body: Self.csv)
            #expect(ticket.status == 202)
            #expect(ticket["location"]?.hasPrefix("/tickets/default.") == true)
            let followed = try await program.get(ticket["location"] ?? "", "Prefer: wait=30")
            #expect(followed.status == 200 && followed.body.contains(#""accepted":1"#), "\(followed.body)")
            let again = try await site.ask(
                "POST", Self.path,
                program.headers + [
                    "Content-Type: text/csv", "Prefer: wait=30",
                    #"Content-Disposition: attachment; filename="..\..\b.csv""#,
                ], body: Self.csv.replacing("\n7,", with: "\n8,"))
            #expect(again.status == 200 && again.body.contains(#""rejected":1"#), "\(again.body)")
            let stored = try await site.site.model.store.rows(
                "select name from jobmachine.file where owner = 'ada' order by id", as: String.self)
            #expect(stored == ["upload.csv", "rejects.csv", "b.csv", "rejects.csv"])
        }
    }

    @Test func aHintIsAboutAnArgument() {
        for name in ImportOrders.hints.keys {
            let parts = name.split(separator: ".").map(String.init)
            let schema = parts.reduce(Schema.of(ImportOrders.self)) { $0.unwrapped[$1]?.schema ?? .any }
            #expect(schema != .any, "\(name)")
        }
    }

    @Test func aBrowserSendsAFormAndIsSentOn() async throws {
        try await withFunctions { site, database in
            let browser = try await Program.browser("ada", roles: .office, site)
            let form = try await browser.get(Self.path)
            #expect(
                form.body.contains("data-upload") && form.body.contains(#"name="file" type="file" required"#))
            let file = try Self.temporary(Self.csv)
            let sent = try await browser.form(Self.path, [:], files: ["file": "\(file);filename=<x>.csv"])
            #expect(sent.status == 303 && sent["location"]?.hasPrefix("/tickets/default.") == true)
            let job = try await database.store.first(
                "select arguments -> 'file' ->> 'name' from jobmachine.job", as: String.self)
            #expect(job == "<x>.csv")
            let page = try await browser.get(sent["location"] ?? "")
            #expect(page.status == 200 && !page.body.contains("<x>"))
        }
    }

    @Test func aPageTellsThatNothingWasImported() async throws {
        try await withFunctions(worker: true) { site, _ in
            let browser = try await Program.browser("ada", roles: .office, site)
            let file = try Self.temporary(Self.csv.replacing(",2,1.50", with: ",two,1.50"))
            let sent = try await browser.form(Self.path, [:], files: ["file": file])
            let page = try await browser.get(sent["location"] ?? "", "Prefer: wait=30")
            #expect(page.status == 200 && page.body.contains("nothing was imported: none of the file"))
            let ticket = (sent["location"] ?? "").dropFirst("/tickets/".count)
            let admin = try await Program("bea", roles: [Role.administrator], site)
            let job = try await admin.get("/jobs/\(ticket)", "Accept: text/html")
            #expect(job.status == 200 && job.body.contains("nothing was imported: none of the file"))
        }
    }

    @Test func whatIsNoFileIsRefused() async throws {
        try await withFunctions(limits: SiteLimits(value: 1_000, upload: 2_000)) { site, database in
            let browser = try await Program.browser("ada", roles: .office, site)
            let none = try await browser.form(Self.path, [:])
            #expect(none.status == 422 && none.body.contains("is missing: choose a file"))
            let blank = try await site.ask(
                "POST", Self.path, browser.headers + ["Content-Type: multipart/form-data; boundary=x"],
                body: "--x\r\nContent-Disposition: form-data; name=csrf\r\n\r\n\(browser.csrf)\r\n"
                    + "--x\r\nContent-Disposition: form-data; name=file; filename=\"\"\r\n\r\n\r\n--x--")
            #expect(blank.status == 422, "a field in which nothing was chosen")
            let other = try await browser.form(Self.path, [:], files: ["picture": "/etc/hostname"])
            #expect(other.status == 422 && other.body.contains("takes no file"))
            let program = try await Program("bob", roles: .office, site)
            for (type, status) in [
                ("text/html", 415), ("application/json", 415), ("", 415), ("text/csv", 413),
            ] {
                let answer = try await site.ask(
                    "POST", Self.path, program.headers + ["Content-Type:\(type.isEmpty ? "" : " " + type)"],
                    body: String(repeating: "x", count: 2_001))
                #expect(answer.status == status, "\(type)")
            }
            let chunked = try await site.ask(
                "POST", Self.path,
                program.headers + ["Content-Type: text/csv", "Transfer-Encoding: chunked"],
                body: String(repeating: "x", count: 2_001))
            #expect(chunked.status == 413, "a length that was not told before")
            let text = try await site.ask(
                "POST", Self.path, program.headers,
                flags: ["-F", "x=" + String(repeating: "x", count: 1_001)])
            #expect(text.status == 413, "a text that is too long for one")
            #expect(try await Self.files(database) == 0)
        }
    }

    @Test func whatIsSentWithWrongArgumentsDoesNotStay() async throws {
        try await withFunctions { site, database in
            let browser = try await Program.browser("ada", roles: .office, site)
            let file = try Self.temporary(Self.csv)
            let unknown = try await browser.form(Self.path, ["x": "1"], files: ["file": file])
            #expect(unknown.status == 422, "\(unknown.body)")
            #expect(try await Self.files(database) == 0)
            let part = "Content-Disposition: form-data; name=file; filename=a.csv\r\n\r\n\r\n--x"
            let twice = try await site.ask(
                "POST", Self.path, browser.headers + ["Content-Type: multipart/form-data; boundary=x"],
                body: "--x\r\nContent-Disposition: form-data; name=csrf\r\n\r\n\(browser.csrf)\r\n"
                    + "--x\r\n\(part)\r\n\(part)--")
            #expect(
                twice.status == 422 && twice.body.contains("takes only one file"), "empty ones, too")
            #expect(try await Self.files(database) == 0)
        }
    }

    @Test func aFileOfSomebodyElseIsNotTaken() async throws {
        try await withFunctions { site, _ in
            let ada = try await Program("ada", roles: .office, site)
            let bob = try await Program("bob", roles: .office, site)
            let file = try await site.site.model.acting(as: "ada").storeUpload(
                name: "a.csv", mimeType: "text/csv"
            ) {
                try await $0.write(Array(Self.csv.utf8))
            }
            let body = #"{"file":{"file":\#(file.id),"name":"x","mimeType":"y","size":99999999}}"#
            let foreign = try await bob.post("/import-now", body)
            #expect(foreign.status == 422 && foreign.body.contains("is not one of your files"))
            let own = try await ada.post("/import-now", body)
            #expect(own.status == 200 && own.body.contains(#""accepted":1"#), "\(own.body)")
        }
    }

    @Test func aFormSaysOfAFileWhatItDoesNotSay() async throws {
        try await withFunctions(worker: true) { site, database in
            let file = try Self.temporary("Auftrag;SKU;Menge;Price;Date\r\n1;A;1.000;2;1.12.2010\r\n")
            let program = try await Program("bob", roles: .office, site)
            let fields = [
                "encoding=latin1", "dates=dmy", "decimal=comma", "columns.number=Auftrag",
                "columns.quantity=Menge",
                "returnMark=",
            ]
            let done = try await site.ask(
                "POST", Self.path, program.headers + ["Prefer: wait=30"],
                flags: fields.flatMap { ["--form-string", $0] } + ["--form", "file=@\(file)"])
            #expect(
                done.body.contains(#""accepted":1"#) && done.body.contains(#""encoding":"iso-8859-1""#),
                "\(done.body)")
            let order = try await database.store.first(
                "select number || ' ' || total || ' ' || ordered_on from sales.order", as: String.self)
            #expect(order == "1 2000.00 2010-12-01")
        }
    }

    @Test func theCharsetOfAnUploadCounts() async throws {
        try await withFunctions(worker: true) { site, database in
            let program = try await Program("ada", roles: .office, site)
            // UTF-8 whose sender declares another encoding is read in that encoding.
            let answer = try await site.ask(
                "POST", Self.path,
                program.headers + ["Content-Type: text/csv; charset=ISO-8859-1", "Prefer: wait=30"],
                body: "order no,sku,description,qty,price\n1,A,\u{E9},1,1\n")
            #expect(answer.body.contains(#""encoding":"iso-8859-1""#), "\(answer.body)")
            let name = try await database.store.first("select name from sales.product", as: String.self)
            #expect(name == "Ã©")
        }
    }
}
