import CoreMetrics
public import DjetStore
import HTTPTypes
import Hummingbird
import Logging
import NIOCore
public import ServiceLifecycle

/// Serves the figures of a process that has no site, such as a worker, at `/metrics`, until it is asked to
/// stop. Whoever reaches the port reads them: they name queues and kinds, and nothing of any job.
public struct MetricsServer: Service {
    private let store: Store
    private let host: String
    private let port: Int

    /// Creates a server. The port 0 picks a free one; the log names it.
    public init(_ store: Store, host: String = "127.0.0.1", port: Int) {
        self.store = store
        self.host = host
        self.port = port
    }

    /// Serves until the task's graceful shutdown. Throws `ListenError` if it cannot listen.
    public func run() async throws {
        let (host, logger) = (host, store.logger)
        let application = Application(
            responder: MetricsResponder(store: store),
            server: .http1(configuration: .init(idleTimeout: .seconds(30))),
            configuration: ApplicationConfiguration(
                address: .hostname(host, port: port), serverName: "djet"),
            onServerRunning: { channel in
                let port = channel.localAddress?.port ?? 0
                let name = host.contains(":") ? "[\(host)]" : host
                logger.info(
                    "the figures of this process are served",
                    metadata: ["address": "http://\(name):\(port)/metrics"])
            },
            logger: logger)
        do {
            try await application.run()
        } catch {
            throw ListenError(error, at: WebServerConfiguration(host: host, port: port)) ?? error
        }
    }
}

private struct MetricsResponder: HTTPResponder {
    let store: Store

    func respond(to request: Request, context: BasicRequestContext) async throws -> Response {
        guard request.uri.path == "/metrics" else { return Response(status: .notFound) }
        guard [.get, .head].contains(request.method) else {
            return Response(status: .methodNotAllowed, headers: [.allow: "GET, HEAD"])
        }
        let process = (MetricsSystem.factory as? MetricsRegistry)?.text ?? ""
        let text = process + ProcessMetrics.text(of: store)
        let response = Response(
            status: .ok, headers: [.contentType: MetricsText.mediaType],
            body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
        return request.method == .head ? response.createHeadResponse() : response
    }
}
