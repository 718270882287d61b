import ArgumentParser

/// The commands for users.
struct UsersCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        .named(
            "users", "Lists, adds, changes, invites and disables users, grants and revokes their roles.",
            "Access to the database is enough: no password is asked for, and the audit names no user.",
            examples: ["users list", "users add ada --role administrator", "users invite ada"],
            subcommands: [
                UsersListCommand.self, UsersAddCommand.self, UsersChangeCommand.self,
                UsersInviteCommand.self, UsersDisableCommand.self, UsersEnableCommand.self,
                UsersGrantCommand.self,
                UsersRevokeCommand.self, UsersSecondFactorCommand.self,
            ])
    }
}
