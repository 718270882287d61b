import ArgumentParser
import DjetModel

/// Lets a disabled user in again.
struct UsersEnableCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        .named(
            "enable", "Lets a disabled user sign in again, with the same password.",
            examples: ["users enable ada"])
    }

    @Argument(help: "The user's sign-in name.") var name: String
    @Flag(help: "Print the user as JSON.") var json = false
    @OptionGroup(title: "Database") var target: DatabaseOptions

    func run() async throws {
        let user = try await withSession(target) { session in
            try await session.model.enableUser(name)
            return ListedUser(try await session.model.user(name))
        }
        try user.show(json: json, "\(user.name) is enabled.")
    }
}
