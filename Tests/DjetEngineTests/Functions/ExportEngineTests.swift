import DjetEngine
import DjetModel
import DjetTestSupport
import Testing

@Suite struct ExportEngineTests {
    static let path = "/invoices/export"

    @Test func whoWaitsIsHandedTheFile() async throws {
        try await withFunctions(worker: true) { site, _ in
            let program = try await Program("ada", roles: .office, site)
            let answer = try await site.ask("POST", Self.path, program.headers + ["Prefer: wait=30"])
            #expect(answer.status == 303)
            #expect(answer["preference-applied"] == "wait=30")
            let file = try await program.get(answer["location"] ?? "")
            #expect(file.status == 200 && file.body.hasPrefix("number,kind,issued_on"), "\(file.body)")
            #expect(file["content-disposition"]?.contains("invoices.csv") == true)
            let browser = try await Program.browser("bob", roles: .office, site)
            let page = try await browser.form(Self.path, ["_way": "wait"])
            #expect(page.status == 303 && page["location"]?.contains("/files/") == true)
            let foreign = try await browser.get(answer["location"] ?? "")
            #expect(foreign.status == 404)
        }
    }

    @Test func whoReadsOnlyCSVGetsIt() async throws {
        try await withFunctions(worker: true) { site, _ in
            let program = try await Program("ada", roles: .office, site)
            let headers = program.headers + ["Accept: text/csv"]
            let ticket = try await site.ask("POST", Self.path, headers)
            #expect(ticket.status == 202)
            let answer = try await site.ask("POST", Self.path, headers + ["Prefer: wait=30"])
            #expect(answer.status == 303)
            let file = try await program.get(answer["location"] ?? "", "Accept: text/csv")
            #expect(file.status == 200 && file["content-type"]?.hasPrefix("text/csv") == true)
        }
    }

    @Test func whoDoesNotGetsATicket() async throws {
        try await withFunctions { site, _ in
            let program = try await Program("ada", roles: .office, site)
            let answer = try await site.ask("POST", Self.path, program.headers)
            #expect(answer.status == 202 && answer["location"]?.hasPrefix("/tickets/") == true)
            let late = try await site.ask("POST", Self.path, program.headers + ["Prefer: wait=1"])
            #expect(late.status == 202)
            let browser = try await Program.browser("bob", roles: .office, site)
            let page = try await browser.form(Self.path, ["_way": "background"])
            #expect(page.status == 303 && page["location"]?.hasPrefix("/tickets/") == true)
        }
    }

    @Test func aCallsFileIsTheCallersAlone() async throws {
        try await withFunctions { site, _ in
            let ada = try await Program.browser("ada", roles: .office, site)
            let bob = try await Program.browser("bob", roles: .office, site)
            let page = try await ada.form("/big", ["size": "10", "seed": "1", "_way": "now"])
            let link = try #require(page.body.firstMatch(of: #/href="(\/big\/files\/[0-9]+)"/#)).1
            let own = try await ada.get(String(link))
            #expect(own.status == 200 && own["content-length"] == "10")
            #expect(own["content-disposition"]?.hasPrefix("attachment") == true)
            let foreign = try await bob.get(String(link))
            #expect(foreign.status == 404)
        }
    }
}
