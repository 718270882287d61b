import Foundation

/// One of the program's two ways to the person who runs it.
package struct Terminal: Sendable {
    /// Standard output: results, and nothing else.
    package static let output = Terminal(descriptor: STDOUT_FILENO)
    /// Standard error: failures, progress, and whatever is no result.
    package static let error = Terminal(descriptor: STDERR_FILENO)

    let descriptor: Int32

    /// Whether somebody looks at it, rather than a file or a program.
    package var isInteractive: Bool { isatty(descriptor) == 1 }

    /// How many characters fit on a line.
    var width: Int {
        var size = winsize()
        guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
        return Int(size.ws_col)
    }

    package func write(_ text: String) {
        FileHandle(fileDescriptor: descriptor, closeOnDealloc: false).write(Data(text.utf8))
    }

    package func line(_ text: String = "") {
        write(text + "\n")
    }
}
