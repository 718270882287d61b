public import ArgumentParser
import DjetModel

/// Imports a statement of a bank.
public struct ImportStatementCommand: AsyncParsableCommand {
    /// The command's help.
    public static var configuration: CommandConfiguration {
        .named(
            "import-statement", "Imports a statement of a bank, and books what customers have paid.",
            """
            The file is CAMT.053 of ISO 20022, which banks call an electronic account statement. Payments are \
            matched by the invoices that they name, by amount and payer, or by the payer; others wait on the \
            clearing list. The same statement twice books nothing twice.
            """,
            examples: ["import-statement 2026-11-30.xml"])
    }

    @Argument(help: "The XML file.") var file: String
    @Option(help: "The ledger's account of the bank (default: that of the role bank).") var account: String?
    @OptionGroup(title: "Database") var target: DatabaseOptions

    /// Creates the command, which the parser fills.
    public init() {}

    /// Stores the file, imports it, and shows the numbers.
    public func run() async throws {
        let input = try InputFile(file)
        try await withSession(target) { session in
            let stored = try await input.store(
                in: session.model, behind: ProgressBar("Storing \(input.name)"))
            let output = try await session.model.call(ImportStatement(file: stored, account: account))
            for (name, count) in [
                ("statements", output.statements), ("entries", output.entries), ("known", output.known),
                ("payments", output.payments), ("to assign", output.unmatched), ("others", output.others),
            ] {
                Terminal.output.line("\(name.padded(to: 14))\(count)")
            }
        }
    }
}
