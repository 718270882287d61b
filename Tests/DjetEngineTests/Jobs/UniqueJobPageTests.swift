import DjetEngine
import DjetJSON
import DjetModel
import DjetTestSupport
import Testing

/// The page of a job that is the only one of its key.
@Suite struct UniqueJobPageTests {
    @Test func itsRuleIsShownToThoseWhoSeeArguments() async throws {
        try await withJobs { jobs in
            let rule = Unique(key: "basket <7>", otherwise: .replace)
            let ticket = try await jobs.model.offload(Echo(text: "a"), unique: rule)
            let plain = try await jobs.model.offload(Echo(text: "a"))
            let path = "/jobs/\(ticket)"
            #expect(try await jobs.json(path)["unique"]?.text == "while live, by the key basket <7>")
            let page = try await jobs.page(path)
            let shown = "<dt>Unique</dt><dd>live, by the key basket &lt;7&gt;, otherwise replace</dd>"
            #expect(page.contains(shown), "\(page)")
            let danish = try await jobs.admin.get(path, "Accept: text/html", "Accept-Language: da")
            #expect(danish.body.contains("<dd>levende, efter nøglen basket &lt;7&gt;, ellers erstat</dd>"))
            #expect(try await jobs.json(path, by: jobs.watchman)["unique"]?.text == nil)
            #expect(!(try await jobs.page(path, by: jobs.watchman)).contains("basket"))
            #expect(!(try await jobs.page("/jobs/\(plain)")).contains("<dt>Unique</dt>"))
        }
    }

    @Test(arguments: [
        (Unique(while: .waiting), "waiting, by its arguments, otherwise keep"),
        (
            Unique(while: .within(.seconds(1.5)), otherwise: .refuse),
            "within 1.5 s, by its arguments, otherwise refuse"
        ),
    ])
    func itsRuleIsInWords(rule: Unique, words: String) async throws {
        try await withJobs { jobs in
            let ticket = try await jobs.model.offload(Echo(text: "a"), unique: rule)
            #expect(try await jobs.page("/jobs/\(ticket)").contains("<dd>\(words)</dd>"))
        }
    }
}
