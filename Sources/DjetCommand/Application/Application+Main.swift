import ArgumentParser
import CoreMetrics
import DjetModel
import Foundation
import Tracing

extension Application {
    /// Runs the subcommand that the command line names, and ends the process with its exit status.
    public func main() async {
        MetricsSystem.bootstrap(metrics)
        if !JobEnvironment.isTraced { InstrumentationSystem.bootstrap(tracer ?? spans) }
        await Self.$current.withValue(self) { await run() }
    }

    private func run() async {
        do {
            try SettingsFile.apply(CommandLine.arguments.dropFirst())
            try checkParts()
        } catch {
            fail(CommandFailure(error))
        }
        if let failure = RootCommand.unknownCommand(in: CommandLine.arguments.dropFirst()) { fail(failure) }
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

    /// Leaves help and exit codes to ArgumentParser, and reports any other error in words.
    private func leave(with error: any Error) -> Never {
        let code = RootCommand.exitCode(for: error)
        if code.isSuccess || error is CleanExit || error is ExitCode { RootCommand.exit(withError: error) }
        guard code == .validationFailure else { fail(CommandFailure(error)) }
        // The last line of the full message says where the help is.
        let pointer = RootCommand.fullMessage(for: error).split(separator: "\n").last ?? ""
        let message = RootCommand.message(for: error).trimmingCharacters(in: .newlines)
        // Values of all other types say what is wrong with them.
        let form = message.contains(#/ is invalid for '[^']*'$/#) ? ": write a whole number" : ""
        fail(CommandFailure(.usage, "\(message)\(form)\n\(pointer.trimmingCharacters(in: .whitespaces))"))
    }

    private func fail(_ failure: CommandFailure) -> Never {
        Terminal.error.line(Ink.red("Error:", on: .error) + " " + failure.description.plainLines)
        exit(failure.status.rawValue)
    }
}
