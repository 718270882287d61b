import CLibPQ
import DjetCommand
import DjetJobmachine
import DjetModel
import DjetStore
import DjetTestSupport
import Foundation
import Testing

/// The statements of the article for drivers of their own, sent over a connection of libpq that Djet knows
/// nothing of.
@Suite struct ForeignDriverTests {
    @Test func everyStatementOfTheArticleDoesItsWork() async throws {
        let article = try #require(House.file("docs/Guide.docc/DriversOfTheirOwn.md"))
        let statements = article.blocks.filter { $0.language == "sql" }.flatMap(\.statements).dropFirst()
        try await withLibrary { database, model in
            try await database.signedIn(as: "djet_offload") { login in
                let driver = try Driver(login.connectionString)
                defer { driver.close() }
                let notice = try Self.offload(by: driver, from: statements)
                let ticket = model.ticket(notice, of: Nothing.self)
                _ = try await withWorker(model, configuration: .init(queues: ["mail"])) {
                    try await ticket.value
                }
                let look = "select status, reply from jobmachine.outcomes(array[$1::bigint])"
                let outcome = try driver.run(look, ["\(notice.number)"])
                #expect(outcome == [["finished", "{}"]])
                try Self.runOthers(statements.dropFirst(4), by: driver)
                let others = try await database.store.first(
                    "select count(*) from jobmachine.job where kind <> 'library.send-notice'", as: Int.self)
                #expect(others == 6)
            }
        }
    }

    @Test func whatRollsBackNeverExisted() async throws {
        try await withLibrary { database, _ in
            let driver = try Driver(database.connectionString)
            defer { driver.close() }
            try driver.run("begin")
            try driver.run("select jobmachine.offload('library.recount-loans')")
            try driver.run("rollback")
            let jobs = try await database.store.first("select count(*) from jobmachine.jobs", as: Int.self)
            #expect(jobs == 0)
        }
    }

    @Test func aLentConnectionTakesPartInItsTransaction() async throws {
        try await withLibrary { database, model in
            let driver = try Driver(database.connectionString)
            defer { driver.close() }
            try driver.run("begin")
            let id = try await Self.offload(on: driver.pointer)
            let early = try await database.store.first("select count(*) from jobmachine.jobs", as: Int.self)
            #expect(early == 0)
            try driver.run("commit")
            let status = try await model.ticket(id, of: Int.self).status
            #expect(status == .entered)
        }
    }

    private static func offload(on pointer: OpaquePointer) async throws -> TicketID {
        let connection = Connection(borrowing: pointer)
        let store = Store(borrowing: connection)
        let model = Model(store: store, functions: Functions([RecountLoans.self])) { Date() }
        let ticket = try await model.offload(RecountLoans())
        connection.giveBack()
        return ticket.id
    }

    /// Runs the transaction that the article begins with, and returns the ticket of its job.
    private static func offload(by driver: Driver, from statements: ArraySlice<String>) throws -> TicketID {
        var number: String?
        for statement in statements.prefix(4) {
            number = try driver.run(statement, values(for: statement)).first?.first ?? number
        }
        return TicketID(queue: "mail", number: Int64(number ?? "") ?? 0)
    }

    /// Runs the statements that follow. The first of them makes the job that the others speak of as 42.
    private static func runOthers(_ statements: ArraySlice<String>, by driver: Driver) throws {
        var number = ""
        for statement in statements {
            let rows = try driver.run(
                statement.replacing("42", with: number), values(for: statement))
            if number.isEmpty { number = rows[0][0] }
        }
    }

    /// The values of a statement's parameters.
    private static func values(for statement: String) -> [String] {
        if statement.contains("library.send-notice") { return [#"{"loan": 1, "reader": "ada"}"#] }
        return statement.hasPrefix("insert into library.loan") ? ["moby", "ada"] : []
    }

    private func withLibrary(_ body: (TestDatabase, Model) async throws -> Void) async throws {
        try await withDatabase { database in
            _ = try await Application(name: "library", parts: [.library]).migrator().migrate(database.store)
            let model = database.model([RecountLoans.self, SendNotice.self])
                .providing(QuietMailer(), as: (any Mailer).self)
            try await model.addBook("moby", copies: 1)
            try await database.store.query("grant usage on schema library to djet_offload")
            try await database.store.query("grant insert on library.loan to djet_offload")
            try await body(database, model)
        }
    }
}

/// Another program's driver: libpq, used as plainly as can be.
private struct Driver {
    struct Failure: Error {
        let message: String
    }

    let pointer: OpaquePointer

    init(_ connectionString: String) throws {
        guard let pointer = PQconnectdb(connectionString), PQstatus(pointer) == CONNECTION_OK else {
            throw Failure(message: "no connection")
        }
        self.pointer = pointer
    }

    func close() { PQfinish(pointer) }

    @discardableResult
    func run(_ statement: String, _ values: [String] = []) throws -> [[String]] {
        let texts = values.map { strdup($0) }
        defer { texts.forEach { free($0) } }
        let pointers: [UnsafePointer<CChar>?] = texts.map { $0.map { UnsafePointer($0) } }
        let result = PQexecParams(pointer, statement, Int32(values.count), nil, pointers, nil, nil, 0)
        defer { PQclear(result) }
        guard [PGRES_COMMAND_OK, PGRES_TUPLES_OK].contains(PQresultStatus(result)) else {
            throw Failure(message: "\(statement): \(String(cString: PQresultErrorMessage(result)))")
        }
        return (0..<PQntuples(result)).map { row in
            (0..<PQnfields(result)).map { String(cString: PQgetvalue(result, row, $0)) }
        }
    }
}
