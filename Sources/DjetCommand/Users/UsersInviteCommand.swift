import ArgumentParser
import DjetModel
import DjetStore
import Foundation

/// Invites a user to set a password.
struct UsersInviteCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        .named(
            "invite", "Prints a link with which a user sets a password, be it the first one or a new one.",
            """
            It works once, for 24 hours, and takes the place of an earlier one. Whoever has it can sign in as \
            the user: hand it over in private.
            """,
            examples: ["users invite ada", "users invite ada --address https://office.example"])
    }

    @Argument(help: "The name they sign in with.") var name: String
    @Option(
        help: ArgumentHelp(
            "Where people reach the site, for the link (default: where it serves now, or http://127.0.0.1:8080).",
            valueName: "address"))
    var address: String?
    @Flag(help: "Print JSON: {\"name\": …, \"link\": …}.") var json = false
    @OptionGroup(title: "Database") var target: DatabaseOptions

    func validate() throws {
        guard let address else { return }
        guard let url = URL(string: address), ["http", "https"].contains(url.scheme), url.host() != nil,
            url.query() == nil, url.fragment() == nil, (1...65_535).contains(url.port ?? 443)
        else {
            throw ValidationError("“\(address)” is no address: take one like https://office.example")
        }
    }

    func run() async throws {
        let (path, serving) = try await withSession(target) { session in
            let token = try await session.model.invite(name)
            let path = try await session.model.tree().path(ofInvitation: token)
            return (path, try await session.model.siteAddress(on: ProcessInfo.processInfo.hostName))
        }
        if address == nil, serving == nil {
            Terminal.error.line(
                "The site does not serve at present: the link holds its usual address. --address names another."
            )
        }
        let place = address ?? serving ?? "http://127.0.0.1:8080"
        let link = (place.hasSuffix("/") ? String(place.dropLast()) : place) + path
        Terminal.output.line(json ? try JSON.text(of: ["name": name, "link": link]) : link)
    }
}
