import Foundation

/// Writes a shell script and makes it executable.
///
/// Another process writes it: a file open for writing here leaks for a moment into any process that another
/// test starts, and the system does not run it then (“Text file busy”).
package func writeProgram(_ script: String, to path: String) throws {
    let writer = Process()
    writer.executableURL = URL(filePath: "/bin/sh")
    let command = #"printf '#!/bin/sh\n%s\n' "$1" > "$2"; chmod 755 "$2""#
    writer.arguments = ["-ec", command, "sh", script, path]
    try writer.run()
    writer.waitUntilExit()
    guard writer.terminationStatus == 0 else { throw CocoaError(.fileWriteUnknown) }
}
