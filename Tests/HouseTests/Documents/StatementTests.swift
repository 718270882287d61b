import DjetCommand
import DjetModel
import DjetStore
import DjetTestSupport
import DjetTesting
import Testing

/// The SQL that the documents show fits the database that Djet makes.
@Suite struct StatementTests {
    /// The documents with statements. Those of an example are about tables that its own tests make.
    private static let paths = House.documents.filter { !$0.statements.isEmpty }.map(\.path)
        .filter { !$0.hasPrefix("Examples/") }

    @Test(arguments: paths) func itsStatementsFitTheDatabase(path: String) async throws {
        let document = try #require(House.file(path))
        try await withModel(parts: [.business, .library]) { model in
            for statements in document.statements where !statements.allSatisfy(Self.isOfTheGuide) {
                do {
                    try await Self.check(statements, in: model.store)
                } catch let error as StoreError {
                    Issue.record("\(path): \(statements.joined(separator: "; ")): \(error)")
                }
            }
        }
    }

    /// Whoever may connect can ring, and take connections and advisory locks.
    @Test func theGuideLetsNobodyConnectWhoIsNotNamed() async throws {
        let guide = try #require(House.file("docs/Guide.docc/RunningItForReal.md"))
        let statements = try #require(
            guide.statements.first { block in block.contains { $0.hasPrefix("revoke connect on ") } })
        try await withModel { model in
            let logins = try await Self.check(
                statements, in: model.store,
                thenAsking: """
                    select string_agg(login.name, ' ' order by login.name)
                    from unnest('{public,djet_work,library_web,library_worker}'::text[]) login (name)
                    where has_database_privilege(login.name, current_database(), 'connect')
                    """)
            #expect(logins == "library_web library_worker")
        }
    }

    @Test func aWrongStatementIsFound() async throws {
        try await withModel { model in
            for wrong in ["select jobmachine.offload()", "grant djet_nothing to djet_work"] {
                await #expect(throws: StoreError.self) { try await Self.check([wrong], in: model.store) }
            }
        }
    }

    @Test func statementsAreToldApart() {
        let text = "-- a\nselect 1;\ndo $$\n  a;\n$$;\nselect\n  2"
        let block = House.Block(path: "", line: 1, language: "sql", text: text)
        #expect(block.statements == ["select 1", "do $$\n  a;\n$$", "select\n  2"])
    }

    /// True for the SQL of the guide's own part, which its tests install.
    private static func isOfTheGuide(_ statement: String) -> Bool {
        EmbeddedSQL.files.contains { $0.text.contains(statement) }
    }

    /// Has the server analyse queries, with values of any type in place of their parameters, and run anything
    /// else, all in a transaction that is rolled back. Returns the answer to the question.
    @discardableResult
    private static func check(
        _ statements: [String], in store: Store, thenAsking question: String = "select ''"
    ) async throws -> String? {
        do {
            try await store.transaction { connection async throws -> Void in
                let name: Statement = "select quote_ident(current_database())"
                let database = try await connection.first(name, as: String.self) ?? ""
                for text in statements where !["begin", "commit", "rollback"].contains(text) {
                    let here = text.replacing(" on database library ", with: " on database \(database) ")
                    var statement = Statement(text: isQuery(text) ? "prepare shown as \(text)" : here)
                    statement.isOneOff = true
                    _ = try await connection.query(statement)
                    if isQuery(text) { _ = try await connection.query("deallocate shown") }
                }
                throw Undo(answer: try await connection.first(Statement(text: question), as: String.self))
            }
            return nil
        } catch let undo as Undo {
            return undo.answer
        }
    }

    private static func isQuery(_ text: String) -> Bool {
        ["delete", "insert", "select", "update", "with"].contains {
            text.hasPrefix("\($0) ") || text.hasPrefix("\($0)\n")
        }
    }

    private struct Undo: Error {
        let answer: String?
    }
}
