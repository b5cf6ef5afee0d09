@echo off
rem Runs the pinned Maven if it was fetched before, else an installed one.
setlocal
for /f "tokens=1,2 delims==" %%a in ('findstr /b mavenVersion "%~dp0.mvn\wrapper\maven-wrapper.properties"') do set VERSION=%%b
set HOME_MVN=%USERPROFILE%\.m2\wrapper\dists\apache-maven-%VERSION%\bin\mvn.cmd
if exist "%HOME_MVN%" (
  call "%HOME_MVN%" %*
  exit /b %ERRORLEVEL%
)
where mvn >nul 2>nul
if errorlevel 1 (
  echo mvnw: install Maven %VERSION%, or unpack apache-maven-%VERSION%-bin.zip into %USERPROFILE%\.m2\wrapper\dists. 1>&2
  exit /b 1
)
call mvn %*
exit /b %ERRORLEVEL%
