import ArgumentParser
import DjetJSON
import DjetModel
import DjetStore
import Foundation

/// Invites a user to set a password.
struct UsersInviteCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        .named(
            "invite", "Prints a link with which a user sets a first or a new password.",
            """
            It works once, for 24 hours, and replaces an earlier one. Anyone who has it can sign in as \
            the user: hand it over in private.
            """,
            examples: ["users invite ada", "users invite ada --address https://office.example"])
    }

    @Argument(help: "The user's sign-in name.") var name: String
    @Option(
        help: ArgumentHelp(
            "The site's address in the link (default: where it serves now, or http://127.0.0.1:8080).",
            valueName: "address"))
    var address: String?
    @Flag(help: "Print JSON: {\"name\": …, \"link\": …}.") var json = false
    @OptionGroup(title: "Database") var target: DatabaseOptions

    func validate() throws {
        guard let address else { return }
        guard let url = URL(string: address), ["http", "https"].contains(url.scheme), url.host() != nil,
            url.query() == nil, url.fragment() == nil, (1...65_535).contains(url.port ?? 443)
        else {
            throw ValidationError("“\(address)” is not an address: use one like https://office.example")
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
                "The site is not running: the link has the default address. Use --address to set another."
            )
        }
        let place = address ?? serving ?? "http://127.0.0.1:8080"
        let link = (place.hasSuffix("/") ? String(place.dropLast()) : place) + path
        Terminal.output.line(json ? try JSON.text(of: ["name": name, "link": link]) : link)
    }
}
