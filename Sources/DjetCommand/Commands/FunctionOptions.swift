import ArgumentParser
import DjetModel
import Foundation

/// Which function, with which arguments.
struct FunctionOptions: ParsableArguments {
    @Argument(help: "The function's name.")
    var name: String

    @Option(
        help: ArgumentHelp(
            "Its arguments: a JSON object, @FILE, or - for standard input (default: {}).", valueName: "json"))
    var args: String?

    /// The function with its arguments. Throws `CommandFailure`, before anything is done.
    func function(of application: Application) throws -> any ModelFunction {
        let type: any ModelFunction.Type
        do {
            type = try Functions(application.functions).require(name)
        } catch {
            throw CommandFailure(.usage, "\(error)")
        }
        let text = try arguments()
        do {
            return try type.decoded(from: text)
        } catch {
            throw CommandFailure(.usage, "\(error)")
        }
    }

    private func arguments() throws -> String {
        let (text, origin) = try read()
        do {
            guard case .object = try JSONReader.tree(of: text) else {
                throw CommandFailure(
                    .usage,
                    "\(origin) is not a JSON object: write the function's arguments as {\"name\": value}")
            }
        } catch let problem as JSONProblem {
            throw CommandFailure(.usage, "\(origin) is not JSON: \(problem)")
        }
        return text
    }

    private func read() throws -> (text: String, origin: String) {
        guard let args else { return ("{}", "--args") }
        if args == "-" {
            let data = try FileHandle.standardInput.readToEnd() ?? Data()
            return (String(decoding: data, as: UTF8.self), "standard input")
        }
        guard args.hasPrefix("@") else { return (args, "--args") }
        let path = String(args.dropFirst())
        let handle = try InputFile.open(path)
        return (String(decoding: try handle.readToEnd() ?? Data(), as: UTF8.self), path)
    }
}
