public import ArgumentParser
import DjetEngine
import DjetJobmachine
import DjetModel
import DjetStore
import Foundation
import Logging

/// Runs the shipped business once, from a file of orders to invoices, parcels and payments.
public struct DemoCommand: AsyncParsableCommand {
    /// The command's help.
    public static var configuration: CommandConfiguration {
        .named(
            "demo", "Imports orders, invoices and ships them and takes payments, all by background jobs.",
            """
            It uses a database of its own, djet_demo, which it creates anew each time: on the server of \
            --database, DATABASE_URL or libpq's PG… variables, or else in the embedded PostgreSQL. It touches no \
            other database. Afterwards it serves the result until Ctrl-C, unless --once or --json is given.
            """,
            examples: ["demo", "demo --input orders.csv --output invoices", "demo --orders 500 --json"])
    }

    @Option(help: "A CSV file of orders (default: generated orders).") var input: String?
    @Option(help: "The folder for invoices.csv and rejects.csv, which it replaces.")
    var output = "./djet-demo"
    @Option(help: "Without --input: the number of orders to generate.") var orders = 5_000
    @Option(help: "The number of jobs to run at once.") var slots = 10
    @Flag(help: "Print the result as one JSON object, and exit.") var json = false
    @Flag(help: "Exit when the work is done, without serving the result.") var once = false
    @OptionGroup(title: "Web") var web: WebOptions
    @OptionGroup(title: "Database") var target: DatabaseOptions

    /// Creates the command, which the parser fills.
    public init() {}

    /// Throws `ValidationError` if a number is out of range.
    public func validate() throws {
        guard (1...10_000_000).contains(orders) else {
            throw ValidationError("--orders must be from 1 to 10000000 (got \(orders))")
        }
        guard (1...10_000).contains(slots) else {
            throw ValidationError("--slots must be from 1 to 10000 (got \(slots))")
        }
    }

    /// Checks input and output, makes the database, does the work, and serves the result if wanted.
    public func run() async throws {
        let source = try input.map { DemoInput.file(try InputFile($0)) } ?? .sample(orders: orders)
        let folder = try OutputFolder(output)
        let web = try web.settings()
        if !json, !once { try web.server.checkAddress() }
        let logger = try target.logger(.warning)
        try await withServer(of: target.place, logger) { connectionString in
            let database = try await OwnDatabase.demo.makeAnew(on: connectionString, logger)
            return try await withSession(on: database, target, connections: slots + 14, logger) { session in
                let result = try await run(source, into: folder, in: session)
                let summary = DemoSummary(result: result, again: again, command: try command)
                Terminal.output.line(json ? try summary.json : summary.text)
                if let failure = result.failure { throw CommandFailure(.failed, failure) }
                if !json, !once { try await serve(web, in: session) }
            }
        }
    }

    private func serve(_ web: WebSettings, in session: Session) async throws {
        Terminal.output.line("\n\(Ink.bold("Look at it", on: .output)) until Ctrl-C")
        try await session.run([session.worker(configuration(for: session)), session.webServer(web)])
    }

    private func configuration(for session: Session) -> WorkerConfiguration {
        WorkerConfiguration(queues: session.application.queues, slots: slots)
    }

    private func run(
        _ source: DemoInput, into folder: OutputFolder, in session: Session
    ) async throws -> DemoResult {
        _ = try await session.migrator.migrate(session.store)
        let run = DemoRun(model: session.model, source: source, folder: folder)
        return try await session.run([session.worker(configuration(for: session))]) { try await run.result() }
    }

    /// The command line of the demo with a file, on the same server.
    private var again: String {
        let flags = [("database", target.database), ("folder", target.folder)]
        return flags.reduce("\(Application.current.name) demo --input FILE") { line, flag in
            flag.1.map { "\(line) --\(flag.0) \"\($0)\"" } ?? line
        }
    }

    /// The command line of another subcommand on the demo's database.
    private var command: (String) -> String {
        get throws {
            let program = Application.current.name
            guard case .given(let connectionString) = target.place.server, target.database != nil else {
                let folder = target.folder.map { " --folder \($0)" } ?? ""
                return { "\(program) \($0) --database \(OwnDatabase.demo.name)\(folder)" }
            }
            let database = try ConnectionString.naming(OwnDatabase.demo.name, in: connectionString)
            return { "\(program) \($0) --database \"\(database)\"" }
        }
    }
}

extension OwnDatabase {
    fileprivate static let demo = OwnDatabase(name: "djet_demo", maker: "djet demo")
}
