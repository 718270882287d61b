package import DjetEngine
package import DjetModel
import Foundation
import HTTPTypes
import ServiceLifecycle

/// A site that listens on a port, and curl to send it requests.
package struct TestSite: Sendable {
    /// The address, such as `http://127.0.0.1:40123`.
    package let address: String
    package let site: Site

    /// Sends a request by curl: a method, a path, headers (`Name: value`), a raw body, more flags of curl.
    package func ask(
        _ method: String = "GET", _ path: String, _ headers: [String] = [], body: String? = nil,
        flags: [String] = []
    ) async throws -> TestAnswer {
        var arguments = ["--silent", "--show-error", "--include", "--max-time", "60", "--path-as-is"]
        arguments += method == "HEAD" ? ["--head"] : ["--request", method]
        arguments += headers.flatMap { ["--header", $0] }
        if let body { arguments += ["--data-raw", body] }
        let curl = try TestProcess("curl", arguments + flags + [address + path], isBuiltHere: false)
        return try TestAnswer(try await curl.text())
    }

    /// Sends a request for JSON, with a token if there is one.
    package func json(
        _ method: String = "GET", _ path: String, token: String? = nil, body: String? = nil,
        headers: [String] = []
    ) async throws -> TestAnswer {
        var all = ["Accept: application/json"] + headers
        if let token { all.append("Authorization: Bearer \(token)") }
        if body != nil { all.append("Content-Type: application/json") }
        return try await ask(method, path, all, body: body)
    }
}

/// Serves a site with the standard nodes and more while `body` runs.
package func withSite<Result: Sendable>(
    _ model: Model, engines: [any Engine] = [], templates: [String: String] = [:],
    languages: [String: [String: String]] = [:], seeds: [NodeSeed] = [],
    limits: SiteLimits = SiteLimits(), connections: ConnectionLimits = ConnectionLimits(), proxies: Int = 0,
    _ body: (TestSite) async throws -> Result
) async throws -> Result {
    let site = try Site(
        name: "Test", model: model, engines: engines, templates: templates, languages: languages,
        limits: limits)
    let (addresses, tell) = AsyncStream.makeStream(of: String.self)
    let configuration = WebServerConfiguration(port: 0, proxies: proxies, connections: connections)
    let server = WebServer(
        site, configuration: configuration, seeds: StandardTree.seeds(title: "Test") + seeds
    ) { address in tell.yield(address) }
    let group = ServiceGroup(services: [server], logger: TestDatabase.logger)
    let run = Task {
        defer { tell.finish() }
        try await group.run()
    }
    do {
        guard let address = await addresses.first(where: { _ in true }) else {
            try await run.value
            throw CancellationError()
        }
        let result = try await body(TestSite(address: address, site: site))
        await group.triggerGracefulShutdown()
        try await run.value
        return result
    } catch {
        await group.triggerGracefulShutdown()
        try? await run.value
        throw error
    }
}
