# Sourced by mvnw and alcove: leaves JAVA_HOME at a JDK 25, or says how to get one and exits.
is_jdk_25() {
  [ -x "$1/bin/javac" ] && [ -f "$1/release" ] && grep -q '^JAVA_VERSION="25[".]' "$1/release"
}

find_jdk() {
  is_jdk_25 "${JAVA_HOME-}" && return
  javac_on_path=$(command -v javac 2>/dev/null) || javac_on_path=
  [ -z "$javac_on_path" ] || javac_on_path=$(readlink -f "$javac_on_path" 2>/dev/null) || javac_on_path=
  set +f
  for home in "${javac_on_path%/bin/javac}" /usr/lib/jvm/* /opt/jdk* /opt/java/* \
    "${HOME-}"/.sdkman/candidates/java/* "${HOME-}"/.jdks/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home /opt/homebrew/opt/openjdk@25; do
    if is_jdk_25 "$home"; then
      JAVA_HOME=$home
      return
    fi
  done
  echo "Alcove needs a JDK 25, and neither JAVA_HOME nor the usual folders hold one." >&2
  echo "Install one (Debian: temurin-25-jdk or openjdk-25-jdk; SDKMAN: sdk install java 25-tem) or set JAVA_HOME." >&2
  exit 1
}

find_jdk
export JAVA_HOME
