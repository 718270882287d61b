import Foundation

/// An output stream of the process.
package struct Terminal: Sendable {
    /// Standard output, for results only.
    package static let output = Terminal(descriptor: STDOUT_FILENO)
    /// Standard error, for failures, progress, and whatever is no result.
    package static let error = Terminal(descriptor: STDERR_FILENO)

    let descriptor: Int32

    /// True if the stream is a terminal.
    package var isInteractive: Bool { isatty(descriptor) == 1 }

    /// The number of characters on a line; 80 if it is unknown.
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
