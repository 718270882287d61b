import ArgumentParser
import DjetJSON
import DjetModel
import DjetStore
import Foundation

/// The flags that name a function and its arguments.
struct FunctionOptions: ParsableArguments {
    @Argument(help: "The function's name.")
    var name: String

    @Option(
        help: ArgumentHelp(
            "The arguments: a JSON object, @FILE, or - for standard input (default: {}).", valueName: "json"))
    var args: String?

    @Option(
        name: .customLong("file"),
        help: ArgumentHelp(
            "Store a file and pass it as this argument. May be given several times.", valueName: "field=path"),
        transform: ArgumentFile.typed)
    var files: [ArgumentFile] = []

    /// Returns the function with checked arguments, its files opened but not stored yet. Throws
    /// `CommandFailure` before anything is done.
    func request(of application: Application) throws -> FunctionRequest {
        do {
            let type = try application.function(named: name)
            let arguments = try arguments()
            try checkFields(beside: arguments)
            return try FunctionRequest(
                type: type, arguments: arguments, files: files.map { ($0.field, try InputFile($0.path)) })
        } catch let error as ModelError {
            throw CommandFailure(.usage, "\(error)")
        }
    }

    /// Throws `CommandFailure` if the field of a file is named twice.
    private func checkFields(beside arguments: [JSONTree.Member]) throws {
        var named = Set(arguments.map(\.name))
        for file in files where !named.insert(file.field).inserted {
            throw CommandFailure(
                .usage,
                "the argument “\(file.field)” is given twice: pass it by --file or in --args, not both")
        }
    }

    private func arguments() throws -> [JSONTree.Member] {
        let (text, origin) = try read()
        do {
            guard case .object(let members) = try JSONReader.tree(of: text) else {
                throw CommandFailure(
                    .usage,
                    "\(origin) is not a JSON object: write the function's arguments as {\"name\": value}")
            }
            return members
        } catch let problem as JSONProblem {
            throw CommandFailure(.usage, "\(origin) is not JSON: \(problem)")
        }
    }

    private func read() throws -> (text: String, origin: String) {
        guard let args else { return ("{}", "--args") }
        if args == "-" {
            return (try InputFile.text(from: .standardInput, of: "standard input"), "standard input")
        }
        guard args.hasPrefix("@") else { return (args, "--args") }
        let path = String(args.dropFirst())
        return (try InputFile(path).text(), path)
    }
}

extension Application {
    /// Returns the function that somebody has typed. Throws `CommandFailure`, which names those that are
    /// like it.
    func function(named name: String) throws -> any ModelFunction.Type {
        let known = Functions(functions)
        if let type = known[name] { return type }
        throw CommandFailure(
            .usage,
            """
            there is no function “\(name)”\(known.names.guess(at: name)) `\(self.name) functions` lists all
            """)
    }
}

/// A file for one of a function's arguments, typed as `FIELD=PATH`.
struct ArgumentFile {
    let field: String
    let path: String

    /// Throws `ValidationError` if the text is not of that form.
    static func typed(_ text: String) throws -> ArgumentFile {
        let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
        guard parts.count == 2, !parts[0].contains("\"") else {
            throw ValidationError("write the argument's name, = and a path, such as file=letter.txt")
        }
        return ArgumentFile(field: parts[0], path: parts[1])
    }
}
