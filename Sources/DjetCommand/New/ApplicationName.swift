import Foundation

/// The name of a new application: its folder, and in lower case its program and module.
struct ApplicationName: Sendable, Equatable {
    static let longest = 30

    /// The name as it was typed, such as `Shop`.
    let title: String

    /// The name of the program, such as `shop`.
    var program: String { title.lowercased() }

    /// Throws `CommandFailure` for a name that no folder, program and module of Swift can all have.
    init(_ title: String) throws {
        let isPlain = title.utf8.allSatisfy { byte in
            (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte)
        }
        guard isPlain, (1...Self.longest).contains(title.utf8.count), title.first?.isLetter == true else {
            let shown = title.cut(to: 60).onOneLine
            throw CommandFailure(
                .usage,
                """
                “\(shown)” cannot be the application's name: use up to \(Self.longest) letters (a–z) and digits, \
                a letter first, such as Shop
                """)
        }
        self.title = title
        guard !Self.taken.contains(program) else {
            throw CommandFailure(
                .usage, "“\(title)” cannot be the application's name: Swift or Djet uses it. Choose another.")
        }
    }

    /// The words that no module of Swift can be called, and the programs of Djet.
    private static let taken = Set(
        """
        as associatedtype break case catch class continue default defer deinit do else enum extension \
        fallthrough false fileprivate for func guard if import in init inout internal is let nil operator \
        precedencegroup private protocol public repeat rethrows return self static struct subscript super \
        switch throw throws true try typealias var where while \
        djet main package swift
        """.split(separator: " ").map(String.init))
}
