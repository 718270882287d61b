import DjetStore
import DjetTestSupport
import Foundation
import Testing

/// An application of Hummingbird with jobs, and their page behind its own sign-in.
@Suite struct HummingbirdTests {
    @Test func itsJobsRunAndTheirPageStandsBehindItsSignIn() async throws {
        try await withReports { ada, bob, nobody, database in
            #expect(try await ada.ask("/years/1999", "--request", "POST").status == "202")
            #expect(try await ada.ask("/reports/default.1").body == "The report of 1999, for ada")
            for path in ["/jobs", "/jobs/default.1", "/jobs/queues", "/jobs/workers", "/jobs/charts"] {
                let page = try await ada.ask(path, "--header", "Accept: text/html")
                #expect(page.status == "200", "\(path): \(page.body)")
                #expect(page.body.contains(#"href="/jobs/assets/site.css""#))
                #expect(try await nobody.ask(path).status == "401")
            }
            #expect(try await bob.ask("/jobs/assets/site.css").status == "200")
            #expect(try await ada.ask("/jobs/default.1").body.contains("1999"))
            #expect(try await !bob.ask("/jobs/default.1").body.contains("1999"))
            #expect(try await ada.ask("/").body == "Reports")
            #expect(try await ada.ask("/jobs/nowhere/else").status == "404")
            let schema = try await database.store.first(
                "select count(*) from pg_namespace where nspname = 'djet'", as: Int.self)
            #expect(schema == 0)
        }
    }

    @Test func onlyWhoMayOperateChangesSomething() async throws {
        try await withReports { ada, bob, nobody, database in
            _ = try await ada.ask("/years/1999", "--request", "POST")
            let pause = ["/jobs/queues/default/pause", "--request", "POST"]
            #expect(try await nobody.ask(pause).status == "401")
            #expect(try await bob.ask(pause).status == "403")
            #expect(try await ada.ask(pause + ["--header", "Origin: https://example.org"]).status == "403")
            #expect(try await !Self.isPaused(in: database))
            #expect(try await ada.ask(pause).status == "200")
            #expect(try await Self.isPaused(in: database))
        }
    }

    private static func isPaused(in database: TestDatabase) async throws -> Bool {
        try await database.store.first("select jobmachine.is_paused('default')", as: Bool.self) ?? false
    }
}

/// Starts the program on an empty database, and ends it after `body`, which gets three visitors.
private func withReports(
    _ body: (_ ada: Visitor, _ bob: Visitor, _ nobody: Visitor, TestDatabase) async throws -> Void
) async throws {
    try await withDatabase(migrated: false) { database in
        let program = try TestProcess(
            "hummingbird-jobs", [],
            environment: ["DATABASE_URL": database.connectionString, "PORT": "0"])
        let address = try await program.line().trimmingCharacters(in: .newlines)
        let visitors = ["ada:ada", "bob:bob", "eve:wrong"].map { Visitor(address: address, login: $0) }
        try await body(visitors[0], visitors[1], visitors[2], database)
        program.signal(SIGTERM)
        #expect(await program.exitCode() == 0)
    }
}

/// Somebody who visits the program with curl.
private struct Visitor {
    let address: String
    let login: String

    func ask(_ path: String, _ flags: String...) async throws -> (status: String, body: String) {
        try await ask([path] + flags)
    }

    func ask(_ arguments: [String]) async throws -> (status: String, body: String) {
        let flags = ["--silent", "--show-error", "--max-time", "60", "--write-out", "\n%{http_code}"]
        let curl = try TestProcess(
            "curl", flags + ["--user", login] + arguments.dropFirst() + [address + arguments[0]],
            isBuiltHere: false)
        let lines = try await curl.text().split(separator: "\n", omittingEmptySubsequences: false)
        return (String(lines.last ?? ""), lines.dropLast().joined(separator: "\n"))
    }
}
