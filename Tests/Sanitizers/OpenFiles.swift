import Foundation

// Foundation's Process.run lists /proc/self/fd and copies each entry at its greatest length, with 256 bytes of name. The
// last ones of a full buffer end before that. It takes so many open files to fill one.
for _ in 0..<1_400 { _ = open("/dev/null", O_RDONLY) }
let process = Process()
process.executableURL = URL(fileURLWithPath: "/bin/true")
try process.run()
process.waitUntilExit()
