import ArgumentParser
import DjetJSON
import DjetModel

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
    @Flag(help: "Print JSON: {\"name\": …, \"link\": …}.") var json = false
    @OptionGroup var site: LinkOptions
    @OptionGroup(title: "Database") var target: DatabaseOptions

    func run() async throws {
        let link = try await withSession(target) { session in
            let token = try await session.model.invite(name)
            let path = try await session.model.tree().path(ofInvitation: token)
            return try await site.link(to: path, session.model)
        }
        Terminal.output.line(json ? try JSON.text(of: ["name": name, "link": link]) : link)
    }
}
