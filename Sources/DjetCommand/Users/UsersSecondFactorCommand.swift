import ArgumentParser
import DjetModel

/// The commands for second factors.
struct UsersSecondFactorCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        .named(
            "second-factor", "Removes a user's one-time codes, or sets which roles need them.",
            "Users set up their own on their account page, or when they sign in with a role that needs it.",
            examples: ["users second-factor remove ada", "users second-factor need administrator"],
            subcommands: [Remove.self, Need.self, Spare.self])
    }

    /// Removes a user's second factor.
    struct Remove: AsyncParsableCommand {
        static var configuration: CommandConfiguration {
            .named(
                "remove", "Removes the second factor of a user who has lost their device.",
                """
                Their sessions end. Their password alone then suffices, unless one of their roles needs more. \
                A second factor that is only begun is removed as well.
                """,
                examples: ["users second-factor remove ada"])
        }

        @Argument(help: "The user's sign-in name.") var name: String
        @Flag(help: "Print the user as JSON.") var json = false
        @OptionGroup(title: "Database") var target: DatabaseOptions

        func run() async throws {
            let (user, wasBegun) = try await withSession(target) { session in
                let factor = try await session.model.secondFactor(of: name)
                try await session.model.resetSecondFactor(of: name)
                return (ListedUser(try await session.model.user(name)), factor?.confirmedAt == nil)
            }
            try user.show(
                json: json,
                wasBegun
                    ? "\(user.name) had only begun to set up a second factor; it is removed."
                    : "\(user.name) no longer has a second factor.")
        }
    }

    /// Makes a role need a second factor.
    struct Need: AsyncParsableCommand {
        static var configuration: CommandConfiguration {
            .named(
                "need", "Makes a second factor mandatory for a role.",
                """
                Users without one are asked to set one up before anything else, also in open sessions; until then their \
                API tokens are suspended. The role “users” is everybody.
                """,
                examples: ["users second-factor need administrator"])
        }

        @Argument(help: "The role.") var role: String
        @OptionGroup(title: "Database") var target: DatabaseOptions

        func run() async throws {
            try await withSession(target) { try await $0.model.need(secondFactor: true, for: role) }
            Terminal.output.line("The role \(role) needs a second factor.")
        }
    }

    /// Frees a role from its need of a second factor.
    struct Spare: AsyncParsableCommand {
        static var configuration: CommandConfiguration {
            .named(
                "spare", "Makes a second factor optional for a role.",
                "Users who have set one up keep it.",
                examples: ["users second-factor spare administrator"])
        }

        @Argument(help: "The role.") var role: String
        @OptionGroup(title: "Database") var target: DatabaseOptions

        func run() async throws {
            try await withSession(target) { try await $0.model.need(secondFactor: false, for: role) }
            Terminal.output.line("The role \(role) needs no second factor.")
        }
    }
}
