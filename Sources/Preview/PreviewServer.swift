import Foundation
import Hummingbird
import Logging
import NIOCore

/// Serves the latest edition to browsers on this machine, or on the network where it is asked to.
package struct PreviewServer: Sendable {
  package enum Reach: Sendable {
    /// 127.0.0.1 only.
    case machine
    /// Whoever is on the network and was given the code.
    case network(code: String)
  }

  package struct PortTaken: Error {
    package let port: Int
  }

  private let board: PreviewBoard
  private let reach: Reach
  private let port: Int

  /// `port` is 0 for any that is free.
  package init(_ board: PreviewBoard, reach: Reach, port: Int) {
    self.board = board
    self.reach = reach
    self.port = port
  }

  /// Serves until its task is cancelled; `started` is given the port.
  ///
  /// - Throws: `PortTaken` where another program has the port.
  package func run(started: @escaping @Sendable (Int) async -> Void) async throws {
    var logger = Logger(label: "preview")
    logger.logLevel = .critical
    let (host, gate): (String, AccessGate?) =
      switch reach {
      case .machine: ("127.0.0.1", nil)
      case .network(let code): ("0.0.0.0", AccessGate(code: code))
      }
    let application = Application(
      responder: PreviewResponder(board: board, gate: gate),
      configuration: ApplicationConfiguration(address: .hostname(host, port: port)),
      onServerRunning: { channel in await started(channel.localAddress?.port ?? port) },
      logger: logger)
    do {
      try await application.run()
    } catch let error as IOError where error.errnoCode == EADDRINUSE {
      throw PortTaken(port: port)
    }
  }

  /// The addresses that other machines on the network reach this one by.
  package static var networkAddresses: [String] {
    let devices = (try? System.enumerateDevices()) ?? []
    return devices.compactMap { device in
      guard let address = device.address, case .v4 = address else { return nil }
      return address.ipAddress.flatMap { $0.hasPrefix("127.") ? nil : $0 }
    }
  }
}
