package import DjetModel

/// Returns its argument.
package struct Echo: ModelFunction {
    package static let name = "test.echo"
    package var text: String

    package init(text: String) { self.text = text }

    package func run(in model: Model) async throws -> String { text }
}
