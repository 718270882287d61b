import ArgumentParser
import Foundation

extension Application {
    /// Runs the subcommand that the command line names, and ends the process with its exit status.
    public func main() async {
        await Self.$current.withValue(self) { await run() }
    }

    private func run() async {
        do {
            var command = try RootCommand.parseAsRoot()
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
            exit(ExitStatus.done.rawValue)
        } catch {
            leave(with: error)
        }
    }

    /// ArgumentParser tells of what is its own: help, and command lines that it cannot read.
    private func leave(with error: any Error) -> Never {
        guard RootCommand.exitCode(for: error) == .failure || error is CommandFailure else {
            RootCommand.exit(withError: error)
        }
        let failure = CommandFailure(error)
        Terminal.error.line(Ink.red("Error:", on: .error) + " " + failure.description)
        exit(failure.status.rawValue)
    }
}
