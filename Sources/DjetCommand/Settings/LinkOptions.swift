import ArgumentParser
import DjetModel
import Foundation

/// The flag for the site's address in a link that a command prints.
struct LinkOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The site's address in the link (default: where it serves now, or http://127.0.0.1:8080).",
            valueName: "address"))
    var address: String?

    func validate() throws {
        guard let address else { return }
        guard let url = URL(string: address), ["http", "https"].contains(url.scheme), url.host() != nil,
            url.query() == nil, url.fragment() == nil, (1...65_535).contains(url.port ?? 443)
        else {
            throw ValidationError("“\(address)” is not an address: use one like https://office.example")
        }
    }

    /// Returns the link to a path of the site. Says so if it can only guess the site's address.
    func link(to path: String, _ model: Model) async throws -> String {
        let serving = try await model.siteAddress(on: ProcessInfo.processInfo.hostName)
        if address == nil, serving == nil {
            Terminal.error.line(
                "The site is not running: the link has the default address. Use --address to set another."
            )
        }
        let place = address ?? serving ?? "http://127.0.0.1:8080"
        return (place.hasSuffix("/") ? String(place.dropLast()) : place) + path
    }
}
