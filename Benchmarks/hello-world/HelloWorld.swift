import Hummingbird

/// The references for HTTP: Hummingbird's own hello-world, and a row read by plain libpq, with nothing around
/// them. Usage: `hello-world PORT CONNECTION`.
@main
struct HelloWorld {
    static func main() async throws {
        let arguments = CommandLine.arguments.dropFirst()
        let rows = PlainRows(arguments.dropFirst().first ?? "")
        let router = Router()
        router.get("/") { _, _ in "Hello, world!" }
        router.get("/row/:id") { _, context in
            let body = try rows.json(context.parameters.require("id", as: Int.self))
            return Response(
                status: .ok, headers: [.contentType: "application/json"],
                body: ResponseBody(byteBuffer: ByteBuffer(string: body)))
        }
        let application = Hummingbird.Application(
            router: router,
            configuration: ApplicationConfiguration(
                address: .hostname("127.0.0.1", port: arguments.first.flatMap { Int($0) } ?? 8080)))
        try await application.runService()
    }
}
