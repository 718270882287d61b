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
    @Option(help: "Where the site is, for the link.") var address = "http://127.0.0.1:8080"
    @Flag(help: "Print JSON: {\"name\": …, \"link\": …}.") var json = false
    @OptionGroup(title: "Database") var target: DatabaseOptions

    func validate() throws {
        let url = URL(string: address)
        guard let url, ["http", "https"].contains(url.scheme), url.host() != nil else {
            throw ValidationError("“\(address)” is no address: take one like https://office.example")
        }
    }

    func run() async throws {
        let path = try await withSession(target) { session in
            let token = try await session.model.invite(name)
            return try await session.model.tree().path(ofInvitation: token)
        }
        let link = (address.hasSuffix("/") ? String(address.dropLast()) : address) + path
        Terminal.output.line(json ? try JSON.text(of: ["name": name, "link": link]) : link)
    }
}
