import DjetEngine
import DjetJobmachine
import DjetModel
import DjetStore
import Foundation
import HTTPTypes
import Hummingbird
import NIOCore

/// An application of Hummingbird that was there before. Its jobs came with the function, and with the lines
/// that are marked.
@main struct Reports {
    static func main() async throws {
        let settings = ProcessInfo.processInfo.environment
        let server = StoreConfiguration(connectionString: settings["DATABASE_URL"] ?? "")
        let functions = Functions([WriteReport.self])
        let model = Model(store: Store(server), functions: functions, clock: { Date() })  // 1
        _ = try await Migrator([DjetSQL.queue()]).migrate(model.store)  // 2
        let jobs = try JobsPage<BasicRequestContext>(model, name: "Reports", identify: visitor)  // 3

        let router = Router()
        router.get("/") { _, _ in "Reports" }
        router.post("/years/{year}") { request, context in
            let year = try context.parameters.require("year", as: Int.self)
            let ticket = try await model.acting(as: user(of: request)).offload(WriteReport(year: year))
            return Response(status: .accepted, headers: [.location: "/reports/\(ticket.id)"])
        }
        router.get("/reports/{ticket}") { request, context in
            _ = try user(of: request)
            let name = try context.parameters.require("ticket")
            guard let ticket = TicketID(name) else { throw HTTPError(.notFound) }
            return try await model.ticket(ticket, of: String.self).value(within: .seconds(20))
        }
        router.add(jobs)  // 4

        var application = Application(
            router: router,
            configuration: ApplicationConfiguration(
                address: .hostname("127.0.0.1", port: settings["PORT"].flatMap { Int($0) } ?? 8080)),
            onServerRunning: { channel in
                let line = "http://127.0.0.1:\(channel.localAddress?.port ?? 0)\n"
                FileHandle.standardOutput.write(Data(line.utf8))
            })
        application.addServices(Worker(model), jobs)  // 5
        try await application.runService()
        await model.store.close()
    }

    /// Its own sign-in: HTTP's basic authentication. Here, everybody's password is their name.
    @Sendable private static func user(of request: Request) throws -> String {
        let words = request.headers[.authorization]?.split(separator: " ") ?? []
        let pair = words.last.flatMap { Data(base64Encoded: String($0)) } ?? Data()
        let parts = String(decoding: pair, as: UTF8.self).split(separator: ":")
        guard words.first == "Basic", parts.count == 2, parts[0] == parts[1] else {
            throw HTTPError(.unauthorized, headers: [.wwwAuthenticate: "Basic realm=\"Reports\""])
        }
        return String(parts[0])
    }

    /// Its rule of who may do what at the page of jobs.
    @Sendable private static func visitor(
        of request: Request, _ context: BasicRequestContext
    ) async throws -> JobsVisitor? {
        let name = try user(of: request)
        return JobsVisitor(name, rights: name == "ada" ? [.view, .operate, .arguments] : [.view])
    }
}

/// Writes a report: the work that took too long for a request.
struct WriteReport: ModelFunction {
    static let name = "reports.write"
    var year: Int

    func run(in model: Model) async throws -> String {
        "The report of \(year), for \(model.user ?? "nobody")"
    }
}
