# Codeframe in one image: built with Maven, run by a JRE as an ordinary user.
FROM maven:3-eclipse-temurin-17 AS build
WORKDIR /build
COPY pom.xml .
COPY src src
COPY templates templates
COPY migrations migrations
COPY static static
RUN mvn -B -q -DskipTests package

FROM eclipse-temurin:17-jre
RUN apt-get update \
    && apt-get install -y --no-install-recommends ffmpeg libturbojpeg tesseract-ocr tesseract-ocr-eng tesseract-ocr-deu \
    && rm -rf /var/lib/apt/lists/*
RUN useradd --create-home --uid 1000 codeframe \
    && mkdir -p /var/lib/codeframe/data /var/lib/codeframe/models \
    && chown -R codeframe /var/lib/codeframe
WORKDIR /app
COPY --from=build /build/target/codeframe.jar /app/codeframe.jar
COPY --from=build /build/target/lib /app/lib
USER codeframe
ENV CODEFRAME_HOST=0.0.0.0 \
    CODEFRAME_DATA=/var/lib/codeframe/data \
    CODEFRAME_MODELS=/var/lib/codeframe/models
VOLUME ["/var/lib/codeframe/data", "/var/lib/codeframe/models"]
EXPOSE 8080
HEALTHCHECK --interval=15s --timeout=5s --start-period=60s \
    CMD ["java", "-cp", "/app/codeframe.jar", "codeframe.Healthy"]
ENTRYPOINT ["java", "-jar", "/app/codeframe.jar"]
