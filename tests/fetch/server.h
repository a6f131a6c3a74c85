// A small HTTP server on 127.0.0.1 that says what a test tells it to, byte by byte.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <atomic>
#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace hearsay {

class Server {
 public:
  struct Asked {
    std::string path, head;              // the request line's address; all of the request's head
  };
  // The other end of a request: bytes as they are to be sent.
  class Peer {
   public:
    Peer(int socket, const std::atomic<bool>& over) : socket_(socket), over_(over) {}
    bool send(const std::string& bytes) {
      for (size_t sent = 0; sent < bytes.size();) {
        const ssize_t n = ::send(socket_, bytes.data() + sent, bytes.size() - sent, MSG_NOSIGNAL);
        if (n <= 0) return false;
        sent += static_cast<size_t>(n);
      }
      return !over_;
    }
    // A byte at a time, until the reader goes away.
    void drip() {
      while (send("x")) std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
    void reset() {
      const linger none{1, 0};
      setsockopt(socket_, SOL_SOCKET, SO_LINGER, &none, sizeof none);
    }

   private:
    int socket_;
    const std::atomic<bool>& over_;
  };
  using Handler = std::function<void(Peer&, const Asked&)>;

  Server() {
    socket_ = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    if (bind(socket_, reinterpret_cast<sockaddr*>(&address), size) != 0 || listen(socket_, 16) != 0) std::abort();
    getsockname(socket_, reinterpret_cast<sockaddr*>(&address), &size);
    port_ = ntohs(address.sin_port);
    thread_ = std::thread([this] { serve(); });
  }
  ~Server() {
    over_ = true;
    thread_.join();
    close(socket_);
  }
  Server(const Server&) = delete;

  void on(const std::string& path, Handler handler) {
    const std::lock_guard lock(mutex_);
    handlers_[path] = std::move(handler);
  }
  void on(const std::string& path, const std::string& reply) {
    on(path, [reply](Peer& peer, const Asked&) { peer.send(reply); });
  }
  // "200 OK" and the like, with a body of known length.
  static std::string reply(const std::string& status, const std::string& body = "", const std::string& headers = "") {
    return "HTTP/1.1 " + status + "\r\nConnection: close\r\nContent-Length: " + std::to_string(body.size()) + "\r\n" + headers + "\r\n" + body;
  }
  std::string url(const std::string& path, const std::string& host = "127.0.0.1") const { return "http://" + host + ":" + std::to_string(port_) + path; }
  std::vector<Asked> asked() const {
    const std::lock_guard lock(mutex_);
    return asked_;
  }
  size_t count(const std::string& path) const {
    size_t n = 0;
    for (const Asked& one : asked()) n += one.path == path;
    return n;
  }

 private:
  void serve() {
    while (!over_) {
      pollfd ready{socket_, POLLIN, 0};
      if (poll(&ready, 1, 5) <= 0) continue;
      const int peer = accept4(socket_, nullptr, nullptr, SOCK_CLOEXEC);
      if (peer < 0) continue;
      answer(peer);
      close(peer);
    }
  }

  void answer(int socket) {
    Asked asked;
    char buffer[4096];
    while (asked.head.find("\r\n\r\n") == std::string::npos) {
      pollfd ready{socket, POLLIN, 0};
      if (over_ || poll(&ready, 1, 1000) <= 0) return;
      const ssize_t n = recv(socket, buffer, sizeof buffer, 0);
      if (n <= 0) return;
      asked.head.append(buffer, static_cast<size_t>(n));
    }
    const size_t space = asked.head.find(' ');
    asked.path = asked.head.substr(space + 1, asked.head.find(' ', space + 1) - space - 1);
    Handler handler;
    {
      const std::lock_guard lock(mutex_);
      asked_.push_back(asked);
      const auto found = handlers_.find(asked.path);
      if (found != handlers_.end()) handler = found->second;
    }
    Peer peer(socket, over_);
    if (handler) handler(peer, asked);
    else peer.send(reply("404 Not Found"));
    shutdown(socket, SHUT_WR);
  }

  int socket_ = -1, port_ = 0;
  std::atomic<bool> over_{false};
  mutable std::mutex mutex_;
  std::map<std::string, Handler> handlers_;
  std::vector<Asked> asked_;
  std::thread thread_;
};

}  // namespace hearsay
