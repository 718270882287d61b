import DjetStore
import DjetTestSupport
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdCore
import HummingbirdTLS
import NIOCore
import NIOSSL

/// A request that a receiver has got.
struct HeardWebhook: Sendable {
    let path: String
    let headers: [String: String]
    let body: String
}

/// A receiver of webhooks: a server on this machine, which notes what it hears.
struct Receiver: Sendable {
    /// Answers a request, whose number is counted from 1.
    typealias Plan = @Sendable (_ number: Int) async throws -> Response

    let port: Int
    private let requests: Guarded<[HeardWebhook]>

    var heard: [HeardWebhook] { requests.withLock { $0 } }

    /// Runs a receiver beside `body`.
    static func with<Result: Sendable>(
        tls: TLSConfiguration? = nil, _ plan: @escaping Plan, _ body: (Receiver) async throws -> Result
    ) async throws -> Result {
        let requests = Guarded<[HeardWebhook]>([])
        let (ports, port) = AsyncStream.makeStream(of: Int.self)
        let responder = CallbackResponder<BasicRequestContext> { request, _ in
            var request = request
            let body = try await request.collectBody(upTo: 2 << 20)
            let headers = request.headers.map { ($0.name.canonicalName, $0.value) }
            let heard = HeardWebhook(
                path: request.uri.path, headers: Dictionary(headers) { $1 }, body: String(buffer: body))
            let number = requests.withLock { requests in
                requests.append(heard)
                return requests.count
            }
            return try await plan(number)
        }
        let builder: HTTPServerBuilder = if let tls { try .tls(tlsConfiguration: tls) } else { .http1() }
        let server = Application(
            responder: responder, server: builder,
            configuration: ApplicationConfiguration(address: .hostname("127.0.0.1", port: 0)),
            onServerRunning: { port.yield($0.localAddress?.port ?? 0) }, logger: TestDatabase.logger)
        let run = Task { try await server.run() }
        defer { run.cancel() }
        var number = 0
        for await chosen in ports {
            number = chosen
            break
        }
        return try await body(Receiver(port: number, requests: requests))
    }

    /// Answers nothing until the server ends.
    static func silence() async -> Response {
        let (endless, end) = AsyncStream.makeStream(of: Int.self)
        defer { end.finish() }
        for await _ in endless {}
        return Response(status: .ok)
    }
}
