import Hummingbird

/// The reference for HTTP: Hummingbird's own hello-world, and nothing else. `hello-world PORT`.
@main
struct HelloWorld {
    static func main() async throws {
        let router = Router()
        router.get("/") { _, _ in "Hello, world!" }
        let port = CommandLine.arguments.dropFirst().first.flatMap { Int($0) } ?? 8080
        let application = Hummingbird.Application(
            router: router,
            configuration: ApplicationConfiguration(address: .hostname("127.0.0.1", port: port)))
        try await application.runService()
    }
}
